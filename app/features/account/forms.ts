import { z } from "zod";
import { LONGEST_PASSWORD } from "./model";

export const signInForm = z.object({
  email: z.email("Enter an e-mail address such as anna@example.com.").max(254),
  password: z.string("Enter your password.").min(1, "Enter your password.").max(LONGEST_PASSWORD),
  /** The page the person wanted; only a path of this host is followed. */
  to: z.string().max(500).optional(),
});

export const tokenRequest = z.strictObject({
  email: signInForm.shape.email,
  password: signInForm.shape.password,
});

export const refreshRequest = z.strictObject({ refreshToken: z.string().min(1).max(200) });

/** A path of this host to go on to, or the fallback: never another site, whatever was asked for. */
export function safePath(to: string | undefined, fallback: string): string {
  if (!to || !/^\/(?![/\\])[^\\]*$/.test(to)) return fallback;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them, which turns "/\t/x" into "//x"
  return /[\u0000-\u0020]/.test(to) ? fallback : to;
}
