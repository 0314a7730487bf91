import { expect, test } from "vitest";
import { clientWords } from "../features/clients/messages/words";
import { downloadWords } from "../features/downloads/messages/words";
import { aPurchase } from "../features/downloads/testing/holders";
import { galleryWords } from "../features/galleries/messages/words";
import { aGallery } from "../features/galleries/testing";
import { aPhoto } from "../features/ingest/testing";
import { storefrontWords } from "../features/storefront/messages/words";
import { anOrder, aTransferOrder } from "../features/storefront/testing";
import { studioWords } from "../features/studio/messages/words";
import { DAY } from "../lib/time";
import { chromeWords } from "../ui/messages/words";
import { createTestStudio, setClock, type TestStudio } from "./create-test-studio";
import { askPage, cookiesAfter, postForm } from "./pages";

const catalogues = [chromeWords, galleryWords, downloadWords, storefrontWords, clientWords, studioWords];

/** Every word of a catalogue in two languages, by its place; a sentence made of something is made of marks. */
function* pairs(english: unknown, other: unknown): Generator<[string, string]> {
  if (typeof english === "string" && typeof other === "string") yield [english, other];
  else if (typeof english === "function" && typeof other === "function") {
    for (const count of [1, 2, "⁂"]) {
      const marks = Array.from({ length: english.length }, () => count);
      yield* sentences(() => [String(english(...marks)), String(other(...marks))]);
    }
  } else if (english && other && typeof english === "object") {
    for (const [key, value] of Object.entries(english))
      yield* pairs(value, (other as Record<string, unknown>)[key]);
  }
}

/** What takes a list or an object is not made of marks, and is left out. */
function sentences(make: () => [string, string]): [string, string][] {
  try {
    return [make()];
  } catch {
    return [];
  }
}

const pieces = (sentence: string) =>
  sentence
    .split(/⁂|\d+/)
    .map((piece) => piece.trim())
    .filter((piece) => /\p{L}{3}/u.test(piece));

/** Pieces of English that are none in the other language: sentences, and single words. */
function englishOnly(language: string): { sentences: string[]; words: Set<string> } {
  const all = catalogues.flatMap((words) => [...pairs(words("en"), words(language))]);
  const theirs = new Set(all.flatMap(([, other]) => pieces(other)));
  const found = all
    .filter(([english, other]) => english !== other)
    .flatMap(([english]) => pieces(english))
    .filter((piece) => !theirs.has(piece));
  return {
    sentences: found.filter((piece) => /\p{L} \p{L}/u.test(piece)),
    words: new Set(found),
  };
}

/** What a page says: its texts, and what its attributes tell those who do not see it. */
function saidOn(html: string): string[] {
  const bare = html.replace(/<(script|style)[\s\S]*?<\/\1>/g, "").replace(/<!--[\s\S]*?-->/g, "");
  const attributes = bare.matchAll(/ (?:aria-label|alt|title|placeholder)="([^"]*)"/g);
  const texts = bare.matchAll(/>([^<]+)</g);
  return [...attributes, ...texts]
    .map(([, text = ""]) =>
      text
        .replace(/&amp;/g, "&")
        .replace(/&#x27;/g, "'")
        .replace(/&quot;/g, '"')
        .trim(),
    )
    .filter(Boolean);
}

/** A visitor of one language who keeps their cookies, and remembers what they read. */
function reader({ slug }: TestStudio, language: string) {
  const said = new Map<string, string>();
  let cookie = `language=${language}`;
  const note = async (where: string, response: Response) => {
    cookie = cookiesAfter(response, cookie);
    const html = await response.clone().text();
    for (const text of saidOn(html)) said.set(text, where);
    return { html, status: response.status, location: response.headers.get("location") ?? "" };
  };
  return {
    said,
    see: async (path: string) => note(path, await askPage(slug, path, { headers: { cookie } })),
    send: async (path: string, fields: Record<string, string>) =>
      note(`POST ${path}`, await postForm(slug, path, fields, { headers: { cookie } })),
    carry: (name: string, value: string) => {
      cookie = `${cookie}; ${name}=${value}`;
    },
  };
}

async function walk(made: TestStudio, language: string) {
  const { studio } = made;
  const visitor = reader(made, language);
  const { see, send, carry } = visitor;
  const gallery = await aGallery(studio, { name: "Ana y Jörg", freeDownloads: "web", downloadPin: "1234" });
  const photo = await aPhoto(studio, gallery.id, { web: true });
  await aPhoto(studio, gallery.id, { ready: false });
  const key = gallery.slug;

  expect((await see("/")).html).toContain("Ana y Jörg");
  for (const path of ["", `/photos/${photo.id}`, "/buy", "/cart", "/downloads"])
    await see(`/g/${key}${path}`);
  const { html } = await see(`/g/${key}/buy?photo=${photo.id}`);
  const product = /name="product"[^>]*value="([^"]+)"/.exec(html)?.[1] ?? "";
  expect((await send(`/g/${key}`, { product })).status).toBe(200);
  await send(`/g/${key}/buy`, { product, photo: photo.id, quantity: "none" });
  expect((await send(`/g/${key}`, { product, photo: photo.id })).status).toBe(303);
  expect((await see(`/g/${key}/cart`)).html).toContain(photo.id);
  await send(`/g/${key}/cart`, { intent: "mail", email: "anna" });
  await send(`/g/${key}/cart`, { intent: "nothing" });
  expect((await see(`/g/${key}/checkout`)).status).toBe(200);
  await send(`/g/${key}/checkout`, { email: "anna", shownTotal: "0", name: "a".repeat(200) });
  await send(`/g/${key}/checkout`, { email: "anna@example.com", shownTotal: "1", consent: "on" });
  await send(`/g/${key}/downloads`, { code: "9999" });

  for (const upTo of ["placed", "fulfilled"] as const) {
    const order = await anOrder(studio, { upTo });
    carry(`buyer-${order.id}`, order.buyerToken);
    expect((await see(`/orders/${order.id}`)).status).toBe(200);
  }
  const transfer = await aTransferOrder(studio);
  carry(`buyer-${transfer.id}`, transfer.buyerToken);
  await see(`/orders/${transfer.id}`);

  const { token, photoIds } = await aPurchase(studio);
  for (const path of ["", "?size=web", `/more?size=web&cursor=${photoIds[0]}`])
    await see(`/d/${token}${path}`);
  await setClock(400 * DAY);
  expect((await see(`/d/${token}`)).html).toContain('<form method="post"');
  await send(`/d/${token}`, {});
  await setClock(0);

  for (const path of ["/client", "/client/sign-in", "/client/enter/none", "/g/none", "/no/such/page"])
    await see(path);
  await send("/client/sign-in", { email: "anna" });
  await send("/client/sign-in", { email: "anna@example.com" });
  return visitor.said;
}

/** What of it is English, where another language was to be read. */
function englishIn(said: ReadonlyMap<string, string>, language: string): string[] {
  const english = englishOnly(language);
  return [...said.keys()].filter(
    (text) => english.words.has(text) || english.sentences.some((piece) => text.includes(piece)),
  );
}

/** What the studio itself wrote. */
const isOfStudio = (text: string) =>
  ["Ana y Jörg", "Anna & Ben", "Aurora Fotografie", "Landscapes, light", "IBAN"].some((own) =>
    text.includes(own),
  );

test("no English is left on what visitors see in German and in Spanish", async () => {
  const english = await walk(await createTestStudio(), "en");
  // The pages were walked in earnest, and English would have been found.
  expect(englishIn(english, "de").length).toBeGreaterThan(80);
  for (const language of ["de", "es"]) {
    const said = await walk(await createTestStudio(), language);
    expect(englishIn(said, language), language).toEqual([]);
    // What stands in no catalogue is the same in every language.
    const same = [...said].filter(
      ([text]) => english.has(text) && /\p{L} \p{L}/u.test(text) && !isOfStudio(text),
    );
    expect(same, language).toEqual([]);
  }
});
