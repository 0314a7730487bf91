import type { Dice } from "../hostile/dice";

/** What must never stand in a page as it is written here. */
const MARKUP = [
  "<script>fuzz()</script>",
  '"><img src=x onerror=fuzz()>',
  "</script><script>fuzz()</script>",
  "<!--<script>fuzz()",
  "'-fuzz()-'",
];

/** What must never become a header of its own. */
const HEADER_LINES = [
  "\r\nX-Fuzz-Injected: 1",
  "a\nSet-Cookie: fuzz=1",
  "\rX-Fuzz-Injected: 1",
  "%0d%0aX-Fuzz-Injected:%201",
  "a@b.example\r\nBcc: c@d.example",
];

const EMPTY_OR_TYPED = [
  "",
  " ",
  "\t\n",
  "0",
  "-1",
  "null",
  "undefined",
  "true",
  "[object Object]",
  "[]",
  "{}",
];

const UNICODE = [
  "\u0000",
  "a\u0000b",
  "\uFEFFa",
  "\u202Egpj.exe",
  "\u2028\u2029",
  "\u200B",
  "e\u0301\u0301\u0301",
  "👩‍👩‍👧‍👦",
  "مرحبا بالعالم",
  "\uD800",
  "a\uDFFFb",
  "ﬃ",
  "İ",
  "ß",
  "Ⅷ",
  "名前",
  "\u0007\u001b[31m",
  "\uFFFF",
];

const PATHS = [
  "%00",
  "%ff",
  "%",
  "%zz",
  "%2e%2e%2f",
  "%252e%252e%252f",
  "../../../etc/passwd",
  "..\\..\\windows",
  "/",
  "//evil.test",
  "/\\evil.test",
  "\\\\evil.test",
  "/\t/evil.test",
  "https://evil.test/",
  "http://169.254.169.254/",
  "javascript:fuzz()",
  "file:///etc/passwd",
  "CON",
  ".",
  "..",
];

const QUERIES_OF_DATABASES = [
  "' OR 1=1 --",
  "'; DROP TABLE members; --",
  "') UNION SELECT password_hash FROM members --",
  "%' AND '1'='1",
  "_%_%",
  "*",
  '"',
  "\\",
  "?1",
  ":name",
];

const TEMPLATES = [
  "{{7*7}}",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: sent as it stands
  "${7*7}",
  "#{7*7}",
  "<%= 7*7 %>",
  "$(id)",
  "`id`",
  ";id",
  "|id",
  "%s%n",
  "$&$1$$",
  "=1+1",
  "@SUM(1)",
];

const NAMES_OF_OBJECTS = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf"];

const NUMBERS = [
  "NaN",
  "Infinity",
  "-Infinity",
  "1e309",
  "1e-400",
  "-0",
  "0x10",
  "1_000",
  "١٢٣",
  "9007199254740993",
  "99999999999999999999",
  "-99999999999999999999",
  "1.0000000001",
  ".5",
  "1,5",
  "1.2.3",
  "1e3",
  "+1",
  "2147483648",
  "4294967296",
];

const MOMENTS = [
  "2026-02-30",
  "2028-02-29",
  "9999-12-31",
  "0000-01-01",
  "0001-01-01",
  "10000-01-01",
  "-000001-01-01",
  "+275760-09-13",
  "2026-13-01",
  "2027-01-01T25:00:00Z",
  "2027-01-01T00:00:00+99:99",
  "2027-01-01T00:00:60Z",
  "9999-12-31T23:59:59-23:59",
  "0000-01-01T00:00:00+23:59",
  "275760-09-13T00:00:00Z",
];

const ADDRESSES = [
  "a@b",
  "a@b.c,d@e.f",
  '"a b"@example.com',
  "名@例.jp",
  "<a@b.example>",
  "A@EXAMPLE.COM",
  `${"a".repeat(64)}@${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(57)}.com`,
  "a+b@example.com",
  "a@[127.0.0.1]",
];

/** Languages, zones and currencies that one part of a runtime takes and another may not. */
const REGIONS = [
  "en-u-nu-arab",
  "ar-EG",
  "he",
  "fa-IR-u-ca-persian",
  "en_US",
  "en-US-u-va-posix",
  "i-klingon",
  "x-private",
  "zh-Hant-TW",
  "en-u-ca-buddhist",
  "en-x-twain",
  "de-DE-1996-u-co-phonebk-x-a",
  "root",
  "und",
  "+01:00",
  "-23:59",
  "utc",
  "EST5EDT",
  "ACT",
  "PST",
  "AET",
  "Etc/GMT+14",
  "Etc/Unknown",
  "europe/berlin",
  "GMT0",
  "Asia/Kathmandu",
  "XXX",
  "XAU",
  "eur",
  "CLF",
  "KWD",
  "JPY",
];

const KINDS: readonly (readonly string[])[] = [
  MARKUP,
  HEADER_LINES,
  EMPTY_OR_TYPED,
  UNICODE,
  PATHS,
  QUERIES_OF_DATABASES,
  TEMPLATES,
  NAMES_OF_OBJECTS,
  NUMBERS,
  MOMENTS,
  ADDRESSES,
  REGIONS,
];

/** Lengths about the limits of our fields, and beyond what anybody types. */
const LENGTHS = [41, 61, 81, 121, 161, 201, 255, 256, 301, 501, 1000, 5000, 20_000];

/** Of one, two, three and four bytes in UTF-8; some of two units in UTF-16. */
const LETTERS = ["a", "é", "写", "🎉", "\u0301", "9", "-", "A1-a", " ", "%F0%9F%8E%89"];

/** A text that somebody with bad intentions, or a broken program, would send. */
export function hostileText(dice: Dice): string {
  if (dice.oneIn(8)) return longText(dice, dice.pick(LENGTHS));
  const text = dice.pick(dice.pick(KINDS));
  if (dice.oneIn(6)) return text + dice.pick(dice.pick(KINDS));
  return text;
}

/** A text of so many units of UTF-16, about. */
export function longText(dice: Dice, length: number): string {
  const letter = dice.pick(LETTERS);
  const start = dice.oneIn(2) ? "x" : "";
  return start + letter.repeat(Math.max(0, Math.ceil((length - start.length) / letter.length)));
}

const HOSTILE_NUMBERS = [
  0,
  -0,
  1,
  -1,
  0.1,
  1e-7,
  2 ** 31,
  2 ** 31 - 1,
  -(2 ** 31) - 1,
  2 ** 53,
  2 ** 53 + 2,
  1e21,
  1e308,
  -1e308,
  99_999_999,
  100_000_000,
];

export function hostileNumber(dice: Dice): number {
  return dice.pick(HOSTILE_NUMBERS);
}

/** The text with halves of surrogate pairs replaced, as every encoder of UTF-8 replaces them. */
export function wellFormed(text: string): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(text));
}
