import { mkdtemp, rm } from "node:fs/promises";
import { type ClientRequestArgs, type IncomingMessage, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Miniflare, WorkerOptions } from "miniflare";
import { hashPassword } from "~/features/account/index.server";
import { linkOfOrder } from "~/features/downloads/index.server";
import { archivePath } from "~/features/downloads/paths";
import { aGallery } from "~/features/galleries/testing";
import { originalKey, renditionKey, renditionNames } from "~/features/ingest/model";
import { manyPhotos } from "~/features/ingest/testing";
import { createStudio } from "~/features/signup/index.server";
import { placeOrder } from "~/features/storefront/index.server";
import { Directory } from "~/tenancy/directory";
import { studioBinding } from "~/tenancy/env";
import { openStudio } from "~/tenancy/open-studio";
import type { Studio } from "~/tenancy/studio";
import { build } from "../../../scripts/build";
import { startCluster } from "../../../scripts/local/cluster";
import { freePort } from "../../../scripts/local/free-port";
import { appBindings, prepareDatabases } from "../../../scripts/local/prepare";
import { listProcesses } from "../../../scripts/local/processes";
import { demoStudios } from "../demo/demo-studios";

const SLUG = "archives";
const BARE_HOST = "bare.test";

/** Bytes of each picture beside an original; how large they are makes no difference to what is measured. */
const PICTURE_BYTES = 100;

/** Keys that are stored with one request. */
const TOGETHER = 500;

/**
 * GET /KEY is an object as it comes from R2. POST stores the same bytes, which no program can make smaller, under some
 * keys and answers with their CRC-32.
 */
const BARE_WORKER = `
import { crc32 } from "node:zlib";
function noise(size) {
  const words = new Uint32Array(Math.ceil(size / 4));
  let x = 2463534242;
  for (let i = 0; i < words.length; i++) {
    x ^= x << 13; x ^= x >>> 17; x ^= x << 5;
    words[i] = x;
  }
  return new Uint8Array(words.buffer, 0, size);
}
export default {
  async fetch(request, env) {
    if (request.method === "GET") {
      const object = await env.PHOTOS.get(new URL(request.url).pathname.slice(1));
      return new Response(object.body);
    }
    const { keys, size } = await request.json();
    const bytes = noise(size);
    const waiting = keys.values();
    const lane = async () => { for (const key of waiting) await env.PHOTOS.put(key, bytes); };
    await Promise.all(Array.from({ length: size > 1e6 ? 1 : 20 }, lane));
    return Response.json(crc32(bytes));
  },
};`;

const bareWorker: WorkerOptions = {
  name: "bare",
  modules: true,
  script: BARE_WORKER,
  compatibilityDate: "2026-04-26",
  compatibilityFlags: ["nodejs_compat"],
  r2Buckets: { PHOTOS: "photos" },
  routes: [`${BARE_HOST}/*`],
};

/** Something to be asked for at the installation's port. */
export interface Address {
  host: string;
  path: string;
}

export interface StoredArchive extends Address {
  /** Its originals, as the bare Worker gives them. */
  originals: Address[];
  /** Bytes of all originals together. */
  bytes: number;
}

/** The product with a studio whose clients have bought archives, and beside it a Worker that only reads R2. */
export class StoredArchives {
  private constructor(
    private readonly cluster: Miniflare,
    private readonly studio: Studio,
    private readonly stateDir: string,
    readonly port: number,
  ) {}

  static async start(): Promise<StoredArchives> {
    await build();
    const stateDir = await mkdtemp(join(tmpdir(), "safelight-archives-"));
    const port = await freePort();
    const cluster = await startCluster({ port, stateDir, beside: [bareWorker] });
    return new StoredArchives(cluster, await makeStudio(cluster), stateDir, port);
  }

  /** Stores originals of `size` bytes each, with their pictures if wanted; somebody gets them all for nothing. */
  async add({ files, size, pictures = false }: { files: number; size: number; pictures?: boolean }) {
    const { studio } = this;
    const gallery = await aGallery(studio, { priceAmount: 0 });
    const crc32 = Number(await this.store([], size));
    const photoIds = await manyPhotos(studio, gallery.id, files, { size, crc32 });
    const originals = photoIds.map((id) => `s/${studio.tenant.id}/${originalKey(id)}`);
    await this.store(originals, size);
    if (pictures) {
      const keys = photoIds.flatMap((id) => pictureKeys(id).map((key) => `s/${studio.tenant.id}/${key}`));
      await this.store(keys, PICTURE_BYTES);
    }
    const email = `buyer-${photoIds[0]}@archives.test`;
    const placed = await placeOrder(studio, { gallery, photoIds, email });
    if (!placed.ok) throw new Error(`the order was refused: ${placed.refusal.reason}`);
    const link = await linkOfOrder(studio, placed.value.id);
    if (!link) throw new Error("the order has no link");
    const { host, pathname } = new URL(link.url);
    const token = pathname.split("/").at(-1) ?? "";
    return {
      host,
      path: archivePath(token),
      originals: originals.map((key) => ({ host: BARE_HOST, path: `/${key}` })),
      bytes: files * size,
    } satisfies StoredArchive;
  }

  /** Asks for something and answers when its head has come. Node does not resolve *.localhost. */
  get({ host, path }: Address, options: ClientRequestArgs = {}): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const headers = { ...options.headers, host };
      request({ host: "127.0.0.1", port: this.port, path, agent: false, ...options, headers }, resolve)
        .on("error", reject)
        .end();
    });
  }

  /** The process that runs the Workers. */
  get runtimePid(): number {
    const found = listProcesses().find(
      ({ parent, command }) => parent === process.pid && command.includes("workerd"),
    );
    if (!found) throw new Error("the runtime cannot be found");
    return found.pid;
  }

  async stop(): Promise<void> {
    await this.cluster.dispose();
    await rm(this.stateDir, { recursive: true, force: true });
  }

  /** Has the bare Worker store bytes under some keys; returns their CRC-32. */
  private async store(keys: string[], size: number): Promise<string> {
    let answer = "";
    for (let at = 0; at === 0 || at < keys.length; at += TOGETHER) {
      const body = JSON.stringify({ keys: keys.slice(at, at + TOGETHER), size });
      answer = await this.post({ host: BARE_HOST, path: "/" }, body);
    }
    return answer;
  }

  private post({ host, path }: Address, body: string): Promise<string> {
    const headers = { host, "content-length": Buffer.byteLength(body) };
    const options = {
      host: "127.0.0.1",
      port: this.port,
      path,
      method: "POST",
      agent: false,
      headers,
    } as const;
    return new Promise((resolve, reject) => {
      const sent = request(options, async (response) => {
        const text = (await response.setEncoding("utf8").toArray()).join("");
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${path} answered ${response.statusCode}: ${text}`));
      });
      sent.on("error", reject);
      sent.end(body);
    });
  }
}

function pictureKeys(id: string): string[] {
  const set = { id, version: 1, attempt: "a" };
  const shown = renditionNames.flatMap((name) => [
    renditionKey(set, name, "jpeg"),
    renditionKey(set, name, "webp"),
  ]);
  return [...shown, renditionKey(set, "web", "jpeg")];
}

async function makeStudio(cluster: Miniflare): Promise<Studio> {
  const env = await appBindings(cluster);
  await prepareDatabases(env, 1);
  const demo = demoStudios.find(({ studio }) => studio.slug === "aurora");
  if (!demo) throw new Error("there is no demo studio to take after");
  const passwordHash = await hashPassword("Correct-horse-7");
  const owner = { email: "owner@archives.test", name: "Archives", passwordHash };
  const platform = { directory: env.DIRECTORY, studioDatabase: (ref: string) => studioBinding(env, ref) };
  const made = await createStudio(platform, { ...demo.studio, slug: SLUG, owner, providerAccount: null });
  if (!made.ok) throw new Error(`the studio was refused: ${made.refusal}`);
  const opened = await openStudio(env, await new Directory(env.DIRECTORY).bySlug(SLUG), () => {});
  if (!opened.ok) throw new Error(`the studio did not open: ${opened.refusal}`);
  return opened.studio;
}
