import { hashPassword } from "../account/index.server";
import type { NewStudio } from "./forms";

/** What was asked for, with a hash where the owner's password stood. */
export type StudioToMake = Omit<NewStudio, "owner"> & {
  owner: Omit<NewStudio["owner"], "password"> & { passwordHash: string };
};

/** Hashes the password of a studio's owner-to-be, which takes about 200 ms. */
export async function withHashedPassword({ owner, ...studio }: NewStudio): Promise<StudioToMake> {
  const { password, ...person } = owner;
  return { ...studio, owner: { ...person, passwordHash: await hashPassword(password) } };
}
