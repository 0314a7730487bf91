import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { createTestStudio } from "../../../test/create-test-studio";
import { members, signInSessions } from "../schema";
import { actsOn, aMember } from "../testing";
import { proveIdentity } from "./prove-identity.server";
import { startSignIn } from "./start-sign-in.server";

test("whoever proved who they are is not let in when password or membership changed meanwhile", async () => {
  for (const change of [{ passwordHash: "another" }, { status: "removed" as const }]) {
    const { studio } = await createTestStudio();
    const { id, email, password } = await aMember(studio);
    const proven = await proveIdentity(studio, { email, password, network: "192.0.2.1" });
    if (!proven.ok) throw new Error("the password was refused");
    await studio.db.update(members).set(change).where(eq(members.id, id));
    const started = await startSignIn(studio, proven.value, null);
    expect(started).toEqual({ ok: false, refusal: { reason: "wrong" } });
    expect(await studio.db.$count(signInSessions)).toBe(0);
    expect(await actsOn(studio, id)).toEqual([]);
  }
});
