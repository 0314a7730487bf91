import type { Dice } from "../hostile/dice";
import type { Trick } from "./address-tricks";
import { hostileText, longText, wellFormed } from "./hostile-text";

const HOSTS = ["evil.test", "localhost", "localhost:8787", "", "sandbox.localhost:8787", "[::1]", "a b"];

const CONTENT_TYPES = [
  "",
  "text/plain",
  "application/json",
  "application/json; charset=utf-16",
  "application/x-www-form-urlencoded",
  "application/x-www-form-urlencoded; charset=utf-7",
  "multipart/form-data",
  "multipart/form-data; boundary=",
  'multipart/form-data; boundary="x"',
  `multipart/form-data; boundary=${"b".repeat(300)}`,
  "multipart/mixed; boundary=x",
  "APPLICATION/JSON",
  "application/xml",
  "image/svg+xml",
  "*/*",
];

const LENGTHS = ["0", "-1", "abc", "999999999999", "1", "7", "1e3", "", "18446744073709551616", "1, 1"];

const COOKIES = [
  "safelight",
  "client",
  "device",
  "sign-in-code",
  "totp-setup",
  "flash",
  "ord_x",
  "__Host-safelight",
];

const NETWORKS = [
  "::",
  "::1",
  "::ffff:192.0.2.1",
  "2001:db8::1",
  "2001:0db8:0000:0000:0000:0000:0000:0001",
  "1:2:3:4:5:6:7:8:9",
  ":::::",
  "fe80::1%eth0",
  "256.256.256.256",
  "192.0.2.1, 192.0.2.2",
  "",
  "nowhere",
];

const RANGES = [
  "bytes=0-0",
  "bytes=-1",
  "bytes=5-2",
  "bytes=0-0,1-1,2-2",
  "bytes=999999999999-",
  "items=1-2",
  "bytes=a-b",
];

const ACCEPTED = [
  "*/*",
  "image/webp,*/*",
  "image/avif",
  "image/webp;q=0",
  "image/webp;q=NaN",
  "text/html",
  "application/json",
  "",
  ",,,;;;",
];

const AGENTS = [
  "",
  "Googlebot/2.1 (+http://www.google.com/bot.html)",
  "curl/8",
  "Mozilla/5.0 Firefox/140",
  "()<>@",
];

const LANGUAGES = [
  "de-CH,de;q=0.9",
  "*",
  "",
  "xx-XX;q=2",
  "en_US",
  "-",
  "a;b;c",
  "zh-Hant-TW-u-co-phonebk",
  ",,,",
];

/** What stands in a header and can be sent: no line breaks, nothing beyond Latin-1. */
function inHeader(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no header can hold
  return text.replace(/[\u0000\r\n]/g, "").replace(/[^\u0020-\u00ff\t]/gu, "?");
}

const anything = (dice: Dice) =>
  dice.oneIn(6) ? longText(dice, dice.pick([300, 4000, 16_000])) : hostileText(dice);

/** Headers by name, each with the values that it is sent with, besides any text at all. */
const valuesOf: Record<string, readonly string[]> = {
  "x-forwarded-host": HOSTS,
  "x-forwarded-proto": ["https", "ftp", "", "http,https"],
  "x-forwarded-for": NETWORKS,
  "x-original-url": ["/studio", "//evil.test"],
  "x-http-method-override": ["DELETE", "PUT", "TRACE"],
  "content-type": CONTENT_TYPES,
  "content-length": LENGTHS,
  "content-encoding": ["gzip", "br", "identity", "x"],
  "transfer-encoding": ["chunked", "gzip, chunked", "x"],
  authorization: ["Bearer", "Bearer ", "Basic YTpi", "bearer sla_", "Bearer slk_x", "Bearer a b", "Digest x"],
  origin: ["null", "http://evil.test", "", "http://localhost:8787", "https://", "file://"],
  referer: ["http://evil.test/", "about:blank", "", "http://localhost:8787//evil.test", "http://["],
  "cf-connecting-ip": NETWORKS,
  range: RANGES,
  "if-range": ['"x"', "Wed, 21 Oct 2026 07:28:00 GMT"],
  "if-none-match": ["*", '"x"', 'W/"x"', ",", '"'],
  "if-match": ["*", '"x"'],
  "if-modified-since": ["Wed, 21 Oct 2099 07:28:00 GMT", "yesterday", "0"],
  accept: ACCEPTED,
  "accept-language": LANGUAGES,
  "accept-encoding": ["gzip", "br;q=0", "identity;q=0, *;q=0"],
  "user-agent": AGENTS,
  "sec-fetch-site": ["cross-site", "none", "x"],
  "sec-purpose": ["prefetch"],
  purpose: ["prefetch"],
  expect: ["100-continue"],
  upgrade: ["websocket", "h2c"],
  connection: ["close", "upgrade", "keep-alive, x"],
  "x-request-id": ["req_x"],
  "stripe-signature": ["t=1,v1=a", "t=,v1=", "t=99999999999999999999,v1=0", ",,,==="],
  "x-remix-response": ["yes"],
  "x-remix-reload-document": ["true"],
  cookie: ["", ";", "=", "a", "a=b=c", "; ;; =;=", "safelight", "flash=%E0%A4%A", "flash=%", "safelight=%00"],
};

const NAMES = Object.keys(valuesOf);

/** Adds a header, or changes one. A cookie or authorization takes the place of what the sender holds. */
export const changeAHeader: Trick = (draft, dice) => {
  const name = dice.pick(NAMES);
  const value = dice.oneIn(4) ? anything(dice) : dice.pick(valuesOf[name] ?? [""]);
  draft.headers.set(name, inHeader(value));
  draft.tricks.push(`${name}: ${inHeader(value).slice(0, 60)}`);
};

/** Cookies of ours that hold what we never gave. */
export const forgeACookie: Trick = (draft, dice) => {
  const name = dice.pick(COOKIES);
  const value = dice.oneIn(3) ? inHeader(anything(dice)) : encodeURIComponent(wellFormed(anything(dice)));
  draft.headers.set("cookie", `${name}=${value}`);
  draft.tricks.push(`a cookie ${name}`);
};

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "post", "PURGE"];

/** Another method for the same address. */
export const changeTheMethod: Trick = (draft, dice) => {
  draft.method = dice.pick(METHODS);
  draft.tricks.push(`by ${draft.method}`);
  if (!draft.headers.has("origin") && !dice.oneIn(4)) draft.headers.set("origin", `http://${draft.host}`);
};
