import { expect, test } from "vitest";
import { aMember } from "../features/account/testing";
import { ask, askData } from "../test/ask";
import { createTestStudio } from "../test/create-test-studio";
import { askPage, ownerCookie } from "../test/pages";

test("who comes without the right is told to the operator, and every request says who asked, by id", async () => {
  const { studio, slug } = await createTestStudio();
  const viewer = await aMember(studio, "viewer");
  const cookie = await ownerCookie({ slug, owner: viewer });
  const { accessToken: bearer } = await askData<{ accessToken: string }>(slug, "/tokens", {
    json: { email: viewer.email, password: viewer.password },
  });
  const lines: Record<string, unknown>[] = [];
  console.warn = console.info = (line: string) => void lines.push(JSON.parse(line));
  expect((await askPage(slug, "/studio/people", { headers: { cookie } })).status).toBe(404);
  expect((await ask(slug, "/api/v1/members", { bearer })).status).toBe(403);
  const who = { actor: "member", actorId: viewer.id, studioId: studio.tenant.id };
  expect(lines.filter(({ level }) => level === "warn")).toEqual(
    ["sign-in", "token"].map((by) => ({
      level: "warn",
      message: "refused for want of a right",
      by,
      access: "members:read",
      ...who,
    })),
  );
  expect(lines.filter(({ message }) => message === "request")).toEqual([
    expect.objectContaining({ ...who, status: 404 }),
    expect.objectContaining({ ...who, status: 403 }),
  ]);
});

test("a stranger who is asked to sign in is no refusal", async () => {
  const { slug } = await createTestStudio();
  const warned: unknown[] = [];
  console.warn = (line: unknown) => void warned.push(line);
  await askPage(slug, "/studio/people");
  expect(warned).toEqual([]);
});
