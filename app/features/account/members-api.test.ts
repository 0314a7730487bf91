import { expect, test } from "vitest";
import { type AskInit, ask, askData } from "../../test/ask";
import { createTestStudio, type TestStudio, workOff } from "../../test/create-test-studio";
import { mailSubjects } from "../../test/mailed-link";
import type { Role } from "./model";
import { actsOn, aMember } from "./testing";

interface Shown {
  id: string;
  name: string;
  email: string;
  phone: string;
  role: Role;
  status: string;
}

/** Somebody of a studio with an access token. */
async function asking({ slug }: TestStudio, { email, password }: { email: string; password: string }) {
  const { accessToken } = await askData<{ accessToken: string }>(slug, "/tokens", {
    json: { email, password },
  });
  const failure = async (path: string, init: AskInit) => {
    const response = await ask(slug, `/api/v1/members${path}`, { bearer: accessToken, ...init });
    const { error } = (await response.json()) as { error?: { type: string } };
    return error?.type ?? response.status;
  };
  const data = <Data>(path: string, init: AskInit = {}) =>
    askData<Data>(slug, `/members${path}`, { bearer: accessToken, ...init });
  return { data, failure };
}

const put = (json: unknown): AskInit => ({ method: "PUT", json });

test("members are listed, shown, invited, changed and removed", async () => {
  const made = await createTestStudio();
  const owner = await asking(made, made.owner);
  const invited = await owner.data<Shown>("", {
    json: { name: "Lou", email: "Lou@Example.com", role: "photographer" },
  });
  expect(invited).toEqual({
    id: expect.stringMatching(/^mem_[0-9a-z]{26}$/),
    name: "Lou",
    email: "lou@example.com",
    phone: "",
    role: "photographer",
    status: "invited",
    secondFactor: false,
    lastSeenAt: null,
    createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
  });
  await workOff(made.studio);
  expect(await mailSubjects("lou@example.com")).toHaveLength(1);
  const first = await owner.data<{ items: Shown[]; nextCursor: string | null }>("?limit=1");
  expect(first).toMatchObject({ items: [{ role: "owner", status: "active" }] });
  const second = await owner.data<{ items: Shown[] }>(`?limit=1&cursor=${first.nextCursor}`);
  expect(second).toEqual({ items: [invited], nextCursor: null });
  expect(await owner.data(`/${invited.id}`)).toEqual(invited);

  const changes = { name: "Lou Marin", phone: "+353 1 234", role: "viewer" };
  expect(await owner.data(`/${invited.id}`, put(changes))).toEqual({ ...invited, ...changes });
  expect(await owner.data(`/${invited.id}`, put({ phone: "" }))).toMatchObject({ ...changes, phone: "" });
  expect(await owner.data(`/${invited.id}`, { method: "DELETE" })).toEqual({
    id: invited.id,
    status: "removed",
  });
  expect(await owner.failure(`/${invited.id}`, {})).toBe("not_found");
  expect(await actsOn(made.studio, invited.id)).toEqual([
    "member.invited",
    "member.role_changed",
    "member.changed",
    "member.changed",
    "member.removed",
  ]);
});

test("everybody changes their own name and number, and nobody their own role upwards", async () => {
  const made = await createTestStudio();
  const viewer = await aMember(made.studio, "viewer");
  const admin = await aMember(made.studio, "admin");
  const other = await aMember(made.studio, "viewer");
  const [asViewer, asAdmin] = [await asking(made, viewer), await asking(made, admin)];
  const changed = await asViewer.data<Shown>(`/${viewer.id}`, put({ name: "Renamed" }));
  expect(changed).toMatchObject({ name: "Renamed", role: "viewer" });
  expect(await asViewer.failure(`/${viewer.id}`, put({ role: "admin" }))).toBe("forbidden");
  expect(await asViewer.failure(`/${other.id}`, put({ name: "Renamed" }))).toBe("forbidden");
  expect(await asAdmin.failure(`/${admin.id}`, put({ role: "owner" }))).toBe("forbidden");
});

test("what cannot be done is refused by its kind", async () => {
  const made = await createTestStudio();
  const owner = await asking(made, made.owner);
  const admin = await asking(made, await aMember(made.studio, "admin"));
  const photographer = await asking(made, await aMember(made.studio, "photographer"));
  const { items } = await owner.data<{ items: Shown[] }>("");
  const ownerId = items[0]?.id ?? "";
  const invitation = { name: "New", email: "new@example.com", role: "owner" };
  expect(await admin.failure("", { json: invitation })).toBe("forbidden");
  expect(await admin.failure(`/${ownerId}`, put({ name: "Renamed" }))).toBe("forbidden");
  expect(await admin.failure(`/${ownerId}`, { method: "DELETE" })).toBe("forbidden");
  expect(await owner.failure(`/${ownerId}`, { method: "DELETE" })).toBe("conflict");
  expect(await owner.failure(`/${ownerId}`, put({ role: "admin" }))).toBe("conflict");
  expect(await owner.failure("", { json: { ...invitation, email: made.owner.email } })).toBe("conflict");
  expect(await photographer.failure("", {})).toBe(200);
  expect(await photographer.failure("", { json: invitation })).toBe("forbidden");
  for (const wrong of [{ role: "king" }, { name: " " }, { phone: "call me" }, { email: "a@b.ie" }])
    expect(await owner.failure(`/${ownerId}`, put(wrong)), JSON.stringify(wrong)).toBe("invalid_request");
});
