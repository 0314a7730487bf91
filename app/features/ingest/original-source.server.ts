import type { ByteSource } from "../../codec/byte-source";
import type { Studio } from "../../tenancy/studio";
import { originalKey } from "./model";

/** An original to be read from anywhere; null when it is not in storage. */
export async function originalSource(studio: Studio, photoId: string): Promise<ByteSource | null> {
  const key = originalKey(photoId);
  const size = await studio.objects.size(key);
  if (size === null) return null;
  const get = async (offset: number, length: number) => {
    const object = await studio.objects.get(key, { offset, length });
    if (!object) throw new Error("an original is gone while it is read");
    return object.body;
  };
  return {
    size,
    async read(from, length) {
      const wanted = Math.min(length, size - from);
      if (wanted <= 0) return new Uint8Array();
      return new Uint8Array(await new Response(await get(from, wanted)).arrayBuffer());
    },
    stream(from = 0) {
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
      get(from, size - from)
        .then((body) => body.pipeTo(writable))
        .catch((error) => writable.abort(error).catch(() => {}));
      return readable;
    },
  };
}
