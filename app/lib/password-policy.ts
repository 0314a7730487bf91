import { isCommonPassword } from "./common-passwords";

/** Longer passwords are refused before they are hashed, so that hashing cannot be made to cost more. */
export const PASSWORD_LENGTH = { least: 8, most: 200 } as const;

/** Fewer different characters are one of them over and over. */
const FEWEST_CHARACTERS = 5;

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
    if (rule === "common") return new Set(password).size < FEWEST_CHARACTERS || isCommonPassword(password);
    return !patterns[rule]?.test(password);
  });
}
