/** An object's size and body. */
export interface StoredObject {
  size: number;
  etag: string;
  body: ReadableStream<Uint8Array>;
}

/**
 * The studio's part of object storage. Keys are relative ("photoId/original"); the studio's id goes before
 * them here, so that no key can leave the studio.
 */
export interface StudioObjects {
  /** Stores a stream of exactly `size` bytes. */
  put(key: string, body: ReadableStream<Uint8Array> | Uint8Array, contentType: string): Promise<void>;
  /** The object, or null when there is none. `range` counts bytes from 0. */
  get(key: string, range?: { offset: number; length: number }): Promise<StoredObject | null>;
  /** The size of an object, or null when there is none. */
  size(key: string): Promise<number | null>;
  delete(keys: string[]): Promise<void>;
  /** The first 1000 keys that begin so. */
  list(prefix: string): Promise<string[]>;
  /** What follows a key, in the order of keys, at most 1000 objects; `isAll` when none comes behind them. */
  listAfter(key: string): Promise<{ objects: { key: string; size: number }[]; isAll: boolean }>;
}

/** One studio's objects in an R2 bucket, under `s/<studioId>/`. */
export function studioObjects(bucket: R2Bucket, studioId: string): StudioObjects {
  const full = (key: string) => `s/${studioId}/${key}`;
  return {
    async put(key, body, contentType) {
      await bucket.put(full(key), body, { httpMetadata: { contentType } });
    },
    async get(key, range) {
      const object = await bucket.get(full(key), range ? { range } : undefined);
      return object && { size: object.size, etag: object.httpEtag, body: object.body };
    },
    async size(key) {
      return (await bucket.head(full(key)))?.size ?? null;
    },
    async delete(keys) {
      await bucket.delete(keys.map(full));
    },
    async list(prefix) {
      const { objects } = await bucket.list({ prefix: full(prefix) });
      return objects.map((object) => object.key.slice(full("").length));
    },
    async listAfter(key) {
      const { objects, truncated } = await bucket.list({ prefix: full(""), startAfter: full(key) });
      const found = objects.map((object) => ({ key: object.key.slice(full("").length), size: object.size }));
      return { objects: found, isAll: !truncated };
    },
  };
}
