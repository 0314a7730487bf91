import { readdir, readFile } from "node:fs/promises";
import { Agent, request } from "node:http";
import path from "node:path";
import { createStudio, withHashedPassword } from "~/features/signup/index.server";
import { DAY } from "~/lib/time";
import { type Env, studioBinding } from "~/tenancy/env";
import { DEMO_PASSWORD, type DemoGallery, demoStudios } from "~/test/demo/demo-studios";
import { dressGalleries } from "~/test/demo/dress-galleries";
import { seedPrices } from "./seed-prices";

/** A photo to put into a demo gallery. */
export interface SeedPhoto {
  filename: string;
  bytes: Uint8Array;
}

/** Where the photos come from: a roll for each studio, or all of a folder into each studio's first gallery. */
export type SeedSource =
  | { photosOf(studio: "aurora" | "borealis"): AsyncIterator<SeedPhoto> }
  | { folder: string };

/** A photo may take longer than the runtime keeps an idle connection, so none is kept. */
const agent = new Agent({ keepAlive: false });

/**
 * Puts the demo studios in, with their galleries and photos, through the REST API as anybody would. What an
 * interrupted run has put in already stays and is gone on with.
 */
export async function seed(env: Env, origin: string, source: SeedSource): Promise<void> {
  const platform = { directory: env.DIRECTORY, studioDatabase: (ref: string) => studioBinding(env, ref) };
  // All at once: an idle connection to the runtime is closed by it, and a call that meets the closing fails.
  for (const { studio } of demoStudios) {
    const made = await createStudio(platform, await withHashedPassword(studio));
    if (!made.ok && made.refusal !== "slug_taken") {
      throw new Error(`the demo studio ${studio.slug} was refused: ${made.refusal}`);
    }
  }
  const root = new URL(origin);
  for (const demo of demoStudios) {
    const { studio, galleries } = demo;
    const priceListId = await seedPrices(root, demo);
    const prices = { currency: studio.currency, priceListId };
    const api = await signIn(`${studio.slug}.${root.host}`, Number(root.port), studio.owner.email);
    if ("folder" in source) {
      const [first] = galleries;
      const photos = photosIn(source.folder);
      await fillGallery(api, prices, { ...first, photos: Number.POSITIVE_INFINITY }, photos);
    } else {
      const photos = source.photosOf(studio.slug);
      for (const gallery of galleries) await fillGallery(api, prices, gallery, photos);
      await dressGalleries(env, demo);
    }
  }
}

/** JPEG files of a folder as demo photos, in the order of their names. */
async function* photosIn(folder: string): AsyncGenerator<SeedPhoto> {
  const names = (await readdir(folder)).filter((name) => /\.jpe?g$/i.test(name)).sort();
  for (const filename of names) yield { filename, bytes: await readFile(path.join(folder, filename)) };
}

async function fillGallery(
  api: Api,
  { currency, priceListId }: { currency: string; priceListId: string },
  demo: DemoGallery,
  photos: AsyncIterator<SeedPhoto>,
): Promise<void> {
  const expiresAt =
    demo.openForDays === null ? null : new Date(Date.now() + demo.openForDays * DAY).toISOString();
  const { items } = (await api("GET", "/galleries")) as {
    items: { id: string; name: string; photos: { total: number } }[];
  };
  const before = items.find((gallery) => gallery.name === demo.name);
  const { id } =
    before ??
    ((await api("POST", "/galleries", {
      name: demo.name,
      visibility: demo.visibility,
      ...(demo.priceAmount === null
        ? { priceListId }
        : { pricePerPhoto: { amount: demo.priceAmount, currency } }),
      expiresAt,
    })) as { id: string });
  for (let position = 0; position < demo.photos; position++) {
    const next = await photos.next();
    if (next.done) break;
    const { filename, bytes } = next.value;
    if (position < (before?.photos.total ?? 0)) continue;
    await api("POST", `/galleries/${id}/photos?filename=${encodeURIComponent(filename)}`, bytes);
  }
  await api("PATCH", `/galleries/${id}`, { status: "published" });
}

type Api = (method: string, path: string, body?: object | Uint8Array) => Promise<unknown>;

async function signIn(host: string, port: number, email: string): Promise<Api> {
  const tokens = (await call({ host, port, token: null }, "POST", "/tokens", {
    email,
    password: DEMO_PASSWORD,
  })) as {
    accessToken: string;
  };
  return (method, path, body) => call({ host, port, token: tokens.accessToken }, method, path, body);
}

/** One call of the REST API. Node does not resolve *.localhost, so the host goes into the header only. */
function call(
  { host, port, token }: { host: string; port: number; token: string | null },
  method: string,
  path: string,
  body?: object | Uint8Array,
): Promise<unknown> {
  const bytes =
    body instanceof Uint8Array ? body : Buffer.from(body === undefined ? "" : JSON.stringify(body));
  const headers = {
    host,
    "content-length": bytes.length,
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      { agent, host: "127.0.0.1", port, method, path: `/api/v1${path}`, headers },
      async (response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk);
        const text = Buffer.concat(chunks).toString("utf8");
        if ((response.statusCode ?? 500) < 300) resolve(JSON.parse(text).data);
        else reject(new Error(`${method} ${path} answered ${response.statusCode}: ${text}`));
      },
    );
    sent.on("error", reject);
    sent.end(bytes);
  });
}
