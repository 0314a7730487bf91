/** Longer passwords are refused before they are hashed, so that hashing cannot be made to cost more. */
export const PASSWORD_LENGTH = { least: 8, most: 200 } as const;

/** The parts of the policy, each of which a form can tick off while a password is typed. */
export const passwordRules = ["length", "upper", "lower", "digit", "symbol", "common"] as const;
export type PasswordRule = (typeof passwordRules)[number];

const patterns: Partial<Record<PasswordRule, RegExp>> = {
  upper: /\p{Lu}/u,
  lower: /\p{Ll}/u,
  digit: /\d/,
  symbol: /[^\p{L}\d\s]/u,
};

/** The rules that a password breaks, in their order; none when it may be used. */
export function brokenRules(password: string): PasswordRule[] {
  return passwordRules.filter((rule) => {
    if (rule === "length")
      return password.length < PASSWORD_LENGTH.least || password.length > PASSWORD_LENGTH.most;
    if (rule === "common") return isCommon(password);
    return !patterns[rule]?.test(password);
  });
}

/** Words that people dress up with a digit and a mark; compared after the dress is off. */
const commonWords = new Set(
  (
    "password passwort passw pass motdepasse contrasena qwerty qwertz qwertyuiop azerty asdf asdfgh asdfghjkl zxcvbn " +
    "welcome willkommen letmein login admin administrator root user guest test testing iloveyou ichliebedich sunshine " +
    "princess dragon monkey football baseball superman batman master shadow michael jordan hello hallo freedom " +
    "whatever trustno charlie summer sommer winter spring fruehling autumn herbst monday january photo photos photography " +
    "fotografie fotograf photographer camera kamera studio wedding hochzeit safelight secret geheim changeme default abc abcd abcdef"
  ).split(" "),
);

const dressedLetters: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/** A "1" stands for an i or an l: both are read as one. */
const fold = (text: string) => text.replaceAll("l", "i");

const foldedWords = new Set([...commonWords].map(fold));

/** Whether a password is a common word with the usual changes, one character over and over, or a row of keys. */
function isCommon(password: string): boolean {
  if (new Set(password).size < 5) return true;
  const lower = password.toLowerCase();
  const cores = [lower, lower.replace(/^[\d\W_]+|[\d\W_]+$/g, "")];
  return cores.some((core) => {
    const undressed = Array.from(core, (character) => dressedLetters[character] ?? character).join("");
    return [core, undressed].some((text) => foldedWords.has(fold(text.replace(/[^a-z]/g, ""))));
  });
}
