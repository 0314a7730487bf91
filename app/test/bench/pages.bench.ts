import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Miniflare } from "miniflare";
import { aGallery } from "~/features/galleries/testing";
import { renditionKey } from "~/features/ingest/model";
import { renditionPath } from "~/features/ingest/paths";
import { manyPhotos } from "~/features/ingest/testing";
import { build } from "../../../scripts/build";
import { rootOrigin, startCluster } from "../../../scripts/local/cluster";
import { freePort } from "../../../scripts/local/free-port";
import { appBindings } from "../../../scripts/local/prepare";
import { benchStudio } from "./bench-studio";
import { type Figure, milliseconds, pairs } from "./figure";

export const about =
  "Public pages against a bare Worker that answers at once, and a rendition against a raw read of R2.";

const RUNS = 40;
const RENDITION_BYTES = 300_000;
const BARE_WORKER = `export default {
  async fetch(request, env) {
    if (new URL(request.url).pathname !== "/object") return new Response("ok");
    return new Response((await env.PHOTOS.get("rendition")).body);
  },
};`;

export async function* bench(): AsyncGenerator<Figure> {
  await build();
  const stateDir = await mkdtemp(join(tmpdir(), "safelight-bench-"));
  const port = await freePort();
  const cluster = await startCluster({ port, stateDir });
  const bare = new Miniflare({ modules: true, script: BARE_WORKER, r2Buckets: ["PHOTOS"], port: 0 });
  const agent = new Agent({ keepAlive: true });
  try {
    const { pathsOf } = await fillStudio(await appBindings(cluster));
    const barePort = Number((await bare.ready).port);
    const bucket = await bare.getR2Bucket("PHOTOS");
    await bucket.put("rendition", new Uint8Array(RENDITION_BYTES));
    const host = `bench.${new URL(rootOrigin(port)).host}`;
    const ours = (path: string) => () => milliseconds(() => get(agent, port, host, path));
    const yardstick = (path: string) => () => milliseconds(() => get(agent, barePort, "localhost", path));
    for (const { name, path, against, barePath } of pathsOf) {
      await warmUp(ours(path));
      await warmUp(yardstick(barePath));
      const { a, b, ratio } = await pairs(RUNS, ours(path), yardstick(barePath));
      const figure = { bench: "pages", case: name, unit: "ms" };
      yield { ...figure, metric: "response", value: a, yardstick: against, ratio };
      yield { ...figure, metric: `response of ${against}`, value: b, yardstick: null, ratio: null };
    }
  } finally {
    agent.destroy();
    await bare.dispose();
    await cluster.dispose();
    await rm(stateDir, { recursive: true, force: true });
  }
}

/** A studio with a small and a large gallery, and what to ask of it. */
async function fillStudio(env: Awaited<ReturnType<typeof appBindings>>) {
  const studio = await benchStudio(env, null);
  const small = await aGallery(studio, { name: "Ten" });
  const [id = ""] = await manyPhotos(studio, small.id, 10);
  const large = await aGallery(studio, { name: "Five thousand" });
  await manyPhotos(studio, large.id, 5000);
  await studio.objects.put(
    renditionKey({ id, version: 1, attempt: null }, "grid"),
    new Uint8Array(RENDITION_BYTES),
    "image/jpeg",
  );
  const against = "bare Worker";
  return {
    pathsOf: [
      { name: "studio home", path: "/", against, barePath: "/" },
      { name: "gallery of 10", path: `/g/${small.slug}`, against, barePath: "/" },
      { name: "gallery of 5,000", path: `/g/${large.slug}`, against, barePath: "/" },
      {
        name: "rendition, 300 kB",
        path: renditionPath({ id, version: 1 }, "grid"),
        against: "raw read of R2",
        barePath: "/object",
      },
    ],
  };
}

async function warmUp(measure: () => Promise<number>): Promise<void> {
  for (let i = 0; i < 5; i += 1) await measure();
}

/** Reads a whole answer. Node does not resolve *.localhost, so the host goes into the header only. */
function get(agent: Agent, port: number, host: string, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request({ agent, host: "127.0.0.1", port, path, headers: { host } }, (response) => {
      response.resume();
      response.on("end", () =>
        response.statusCode === 200
          ? resolve()
          : reject(new Error(`${path} answered ${response.statusCode}`)),
      );
    });
    sent.on("error", reject);
    sent.end();
  });
}
