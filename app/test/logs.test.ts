import { sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { aGallery } from "../features/galleries/testing";
import { aPhoto } from "../features/ingest/testing";
import type { Studio } from "../tenancy/studio";
import { ask, askData } from "./ask";
import { createTestStudio, workOff } from "./create-test-studio";
import { expectErrorLog } from "./error-log";
import { askPage, cookiesAfter, ownerCookie, postForm } from "./pages";

let disturbed: Studio | null = null;
afterEach(async () => {
  await disturbed?.db.run(sql`drop trigger if exists no_galleries`);
});

const NETWORK = "198.51.100.77";
const HEADERS = { "cf-connecting-ip": NETWORK, "user-agent": "Netscape-of-Anna/4" };

/** Everything that is logged from now on, on whatever level. */
function loggedLines(): string[] {
  const lines: string[] = [];
  for (const level of ["debug", "log", "info", "warn", "error"] as const) {
    const before = console[level];
    console[level] = (...said: unknown[]) => {
      lines.push(said.map(String).join(" "));
      before(...said);
    };
  }
  return lines;
}

test("what is logged of a whole journey names nobody and opens nothing", async () => {
  const lines = loggedLines();
  const made = await createTestStudio();
  const { studio, slug, owner } = made;
  const { email, password } = owner;
  const secrets: Record<string, string> = {
    NETWORK,
    email,
    password,
    name: "Test Owner",
    device: "Netscape",
  };

  const wrong = { email: "mallory@example.com", password: "Wrong-horse-7" };
  await postForm(slug, "/sign-in", wrong, { headers: HEADERS });
  await postForm(slug, "/forgot-password", { email }, { headers: HEADERS });
  Object.assign(secrets, { wrongEmail: wrong.email, wrongPassword: wrong.password });
  const cookie = await ownerCookie(made);
  secrets.cookie = cookie.split("=")[1] ?? "";
  const tokens = await askData<{ accessToken: string; refreshToken: string }>(slug, "/tokens", {
    json: { email, password },
    headers: HEADERS,
  });
  await ask(slug, "/api/v1/tokens/refresh", { json: { refreshToken: tokens.refreshToken } });
  Object.assign(secrets, { accessToken: tokens.accessToken, refreshToken: tokens.refreshToken });
  const bearer = tokens.accessToken;

  const fields = { name: "Key of Anna", lasts: "30", scopes: "galleries:read" };
  const shown = await postForm(slug, "/account/keys/new", fields, { headers: { ...HEADERS, cookie } });
  secrets.key = /slk_[\w-]+/.exec(await shown.text())?.[0] ?? "no key";
  await ask(slug, "/api/v1/galleries", { bearer: secrets.key });
  await ask(slug, "/api/v1/galleries", { bearer: "slk_made-up-by-mallory" });

  const gallery = await aGallery(studio, { name: "Wedding of Anna Smith", priceAmount: 0 });
  const photo = await aPhoto(studio, gallery.id, { filename: "anna-smith.jpg" });
  await askPage(slug, `/g/${gallery.shareKey}`, { headers: HEADERS });
  const buyer = "anna.smith@example.com";
  const order = await askData<{ id: string; buyerToken: string }>(slug, "/orders", {
    json: { galleryId: gallery.id, photoIds: [photo.id], email: buyer },
    headers: HEADERS,
  });
  await workOff(studio);
  const { archiveUrl } = await askData<{ archiveUrl: string }>(
    slug,
    `/orders/${order.id}?buyerToken=${order.buyerToken}`,
  );
  await askPage(slug, new URL(archiveUrl).pathname.replace("/archive.zip", ""), { headers: HEADERS });
  Object.assign(secrets, { buyer, buyerToken: order.buyerToken, shareKey: gallery.shareKey });
  secrets.download = new URL(archiveUrl).pathname.split("/")[2] ?? "no link";
  Object.assign(secrets, { galleryName: "Anna Smith", filename: "anna-smith", made: "slk_made-up" });

  disturbed = studio;
  await studio.db.run(
    sql.raw(
      `create trigger no_galleries before insert on galleries begin select raise(abort, '${buyer} ${bearer}'); end`,
    ),
  );
  const broken = { name: "Of Anna Smith", pricePerPhoto: { amount: 1200, currency: "EUR" } };
  expect((await ask(slug, "/api/v1/galleries", { bearer, json: broken })).status).toBe(500);
  expectErrorLog(/an API call failed/);
  expectErrorLog(/answered with an error/);
  await postForm(slug, "/sign-out", {}, { headers: { ...HEADERS, cookie: cookiesAfter(shown, cookie) } });

  expect(lines.length).toBeGreaterThan(10);
  for (const [name, secret] of Object.entries(secrets)) {
    expect(secret.length, name).toBeGreaterThan(5);
    const telling = lines.filter((line) => line.toLowerCase().includes(secret.toLowerCase()));
    expect(telling, `the ${name} is in the log`).toEqual([]);
  }
});
