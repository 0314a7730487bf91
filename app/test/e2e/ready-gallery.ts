import { vi } from "vitest";
import { smallJpeg } from "./photos";
import type { Product, Studio } from "./product";

export interface ReadyGallery {
  id: string;
  url: string;
  /** The id of each photo by its file name. */
  photoIds: Readonly<Record<string, string>>;
}

export interface WantedGallery {
  name: string;
  price: { amount: number; currency: string };
  filenames: readonly string[];
  /** What else is said of it, as the API takes it; without it everybody sees it. */
  body?: Readonly<Record<string, unknown>>;
}

/** The fields that are read here of the API's answers. */
interface Answer {
  id: string;
  url: string;
  accessToken: string;
  items: { status: string }[];
}

/** A gallery whose photos are ready, made through the API and without a browser. */
export async function readyGallery(
  product: Product,
  studio: Studio,
  { name, price, filenames, body = { visibility: "public", status: "published" } }: WantedGallery,
): Promise<ReadyGallery> {
  const api = await signedIn(product, studio);
  const gallery = await api("POST", "/galleries", { name, pricePerPhoto: price, ...body });
  const photoIds: Record<string, string> = {};
  for (const filename of filenames) {
    const path = `/galleries/${gallery.id}/photos?filename=${encodeURIComponent(filename)}`;
    photoIds[filename] = (await api("POST", path, await smallJpeg())).id;
  }
  await vi.waitFor(
    async () => {
      const { items } = await api("GET", `/galleries/${gallery.id}/photos`);
      if (items.some(({ status }) => status !== "ready")) throw new Error("not all photos are ready");
    },
    { timeout: 60_000, interval: 200 },
  );
  return { id: gallery.id, url: gallery.url, photoIds };
}

async function signedIn(product: Product, studio: Studio) {
  const api = async (method: string, path: string, body?: object, token?: string): Promise<Answer> => {
    const bytes = body instanceof Uint8Array ? body : new TextEncoder().encode(JSON.stringify(body));
    const response = await product.ask(studio.at(`/api/v1${path}`), {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body ? { "content-length": String(bytes.length) } : {}),
      },
      ...(body ? { body: bytes as BodyInit } : {}),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return ((await response.json()) as { data: Answer }).data;
  };
  const { email, password } = studio.owner;
  const { accessToken } = await api("POST", "/tokens", { email, password });
  return (method: string, path: string, body?: object) => api(method, path, body, accessToken);
}
