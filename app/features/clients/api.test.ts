import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ask, askData } from "../../test/ask";
import { createTestStudio } from "../../test/create-test-studio";
import { aMember } from "../account/testing";
import { anOrder } from "../storefront/testing";
import { erasedMark } from "./model";
import { clients } from "./schema";

interface Customer {
  id: string;
  email: string | null;
  name: string;
  orders: number;
  createdAt: string;
}

async function withToken() {
  const made = await createTestStudio();
  const tokenOf = async ({ email, password }: { email: string; password: string }) =>
    (await askData<{ accessToken: string }>(made.slug, "/tokens", { json: { email, password } })).accessToken;
  return { ...made, tokenOf, bearer: await tokenOf(made.owner) };
}

type Page = { items: Customer[]; nextCursor: string | null };

test("customers are whoever ordered, with what they bought; the newest come first, page by page", async () => {
  const { studio, slug, bearer } = await withToken();
  const { email } = await anOrder(studio, { upTo: "fulfilled", email: "anna@example.com" });
  await anOrder(studio, { upTo: "fulfilled", email });
  await anOrder(studio, { email });
  await anOrder(studio, { email: "ben@example.com" });
  const first = await askData<Page>(slug, "/customers?limit=1", { bearer });
  expect(first.items).toMatchObject([{ email: "ben@example.com", orders: 0 }]);
  const rest = await askData<Page>(slug, `/customers?limit=1&cursor=${first.nextCursor}`, { bearer });
  expect(rest).toEqual({
    items: [
      {
        id: expect.stringMatching(/^cli_/),
        email,
        name: "",
        orders: 2,
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      },
    ],
    nextCursor: null,
  });
  const found = await askData<Page>(slug, "/customers?email=Anna%40Example.com", { bearer });
  expect(found.items).toEqual(rest.items);
  expect(await askData(slug, `/customers/${rest.items[0]?.id}`, { bearer })).toEqual(rest.items[0]);
});

test("who has not the right to see clients sees none, and one there is not is missing", async () => {
  const { studio, slug, bearer, tokenOf } = await withToken();
  await anOrder(studio);
  const photographer = await tokenOf(await aMember(studio, "photographer"));
  const status = async (path: string, asker?: string) =>
    (await ask(slug, `/api/v1/customers${path}`, asker === undefined ? {} : { bearer: asker })).status;
  expect(await status("", photographer)).toBe(403);
  expect(await status("")).toBe(401);
  expect(await status("/cli_none", bearer)).toBe(404);
  expect(await status("?email=anna", bearer)).toBe(422);
});

test("of a person who was erased the mark that stands in the place of the address is not shown", async () => {
  const { studio, slug, bearer } = await withToken();
  await anOrder(studio);
  const client = await studio.db.select().from(clients).get();
  const id = client?.id ?? "";
  await studio.db
    .update(clients)
    .set({ email: erasedMark(id) })
    .where(eq(clients.id, id));
  expect(await askData<Customer>(slug, `/customers/${id}`, { bearer })).toMatchObject({ id, email: null });
});
