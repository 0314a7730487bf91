import type { StudioObjects } from "~/adapters/objects/studio-objects";
import { serveFile } from "~/features/downloads/serve-file.server";
import { servedArchive } from "~/features/downloads/served-archive.server";
import type { Studio } from "~/tenancy/studio";
import { fillSynthetic, syntheticEntries, syntheticFile, syntheticKey } from "./synthetic-files";

/** Serves archives of files that are made up while they are read: /COUNT/SIZE. */
export default {
  async fetch(request) {
    const [count = 0, size = 0] = new URL(request.url).pathname.slice(1).split("/").map(Number);
    const archive = await servedArchive(studioOf(count, size), entriesOf(count, size), "synthetic.zip");
    return serveFile(request, archive, { now: Date.now() });
  },
} satisfies ExportedHandler;

const made = new Map<string, ReturnType<typeof syntheticEntries>>();

function entriesOf(count: number, size: number) {
  const key = `${count}/${size}`;
  const entries = made.get(key) ?? syntheticEntries(count, size);
  made.set(key, entries);
  return entries;
}

function studioOf(count: number, size: number): Studio {
  const tenant = { id: "synthetic", slug: "synthetic", locale: "en" };
  return { tenant, objects: syntheticObjects(count, size) } as unknown as Studio;
}

/** Storage that holds `count` files of `size` bytes and keeps none of them. */
function syntheticObjects(count: number, size: number): StudioObjects {
  const objects: Pick<StudioObjects, "get" | "size" | "listAfter"> = {
    async get(key, range) {
      const { offset, length } = range ?? { offset: 0, length: size };
      return { size, etag: "", body: bytesOf(syntheticFile(key), offset, length) };
    },
    size: async () => size,
    async listAfter(key) {
      const { number } = syntheticFile(key);
      const first = syntheticKey(number, size) > key ? number : number + 1;
      const numbers = Array.from({ length: Math.min(1000, count - first) }, (_, i) => first + i);
      const listed = numbers.map((number) => ({ key: syntheticKey(number, size), size }));
      return { objects: listed, isAll: first + 1000 >= count };
    },
  };
  return objects as StudioObjects;
}

function bytesOf(file: { number: number; size: number }, offset: number, length: number) {
  let at = offset;
  return new ReadableStream<Uint8Array>({
    type: "bytes",
    pull(controller) {
      const request = (controller as ReadableByteStreamController).byobRequest;
      const view = request?.view;
      if (!request || !view) throw new Error("a synthetic file is read into a buffer only");
      const wanted = Math.min(view.byteLength, offset + length - at);
      fillSynthetic(new Uint8Array(view.buffer, view.byteOffset, wanted), file, at);
      at += wanted;
      request.respond(wanted);
      if (at === offset + length) controller.close();
    },
  });
}
