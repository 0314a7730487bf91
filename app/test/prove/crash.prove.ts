import { createHash, randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { unzipSync } from "fflate";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OrderState, RestClient } from "./rest-client";
import { RunningProduct } from "./running-product";

export const about =
  "Kills the running product again and again, in uploads, renditions, payments and downloads: nothing is lost.";

const PHOTOS = 20;
const ROUNDS = 3;
const LATEST_KILL_MS = 6000;
const LOOK_MS = 1000;
/** So long after an order was placed, the sweep asks the provider about it whatever else it has heard. */
const ASK_PROVIDER_MS = 4 * 60_000;
const OWNER = { email: "owner@crash.test", password: "Crash-proof-1" };
const ACCOUNT = "acct_crashproof00001";

let product: RunningProduct;
let api: RestClient;

beforeAll(async () => {
  product = await RunningProduct.install();
  const owner = ["--owner-email", OWNER.email, "--owner-name", "Cora Crash", "--password", OWNER.password];
  await product.admin("studio", "create", "crash", "--name", "Crash", "--payment-account", ACCOUNT, ...owner);
  api = new RestClient(product, "crash");
  await startAgain();
});

afterAll(() => product.remove());

for (let round = 1; round <= ROUNDS; round++) {
  test(`photos that were acknowledged are ready once after a crash at any moment, round ${round}`, async () => {
    const gallery = await newGallery(`Round ${round}`);
    const latest = randomInt(LATEST_KILL_MS);
    console.log(`Killing everything ${latest} ms after the first upload begins.`);
    const crash = sleep(latest).then(() => product.kill("everything"));
    const acknowledged = await uploadUntilItBreaks(gallery);
    await crash;
    expect(product.left()).toEqual([]);

    await startAgain();
    await expectAllReady(gallery, acknowledged);
  });
}

test("photos are ready once although everything is killed at each of several starts", async () => {
  const gallery = await newGallery("Again and again");
  const acknowledged = await uploadUntilItBreaks(gallery);
  expect(acknowledged.size).toBe(PHOTOS);
  for (let kills = 0; kills < ROUNDS; kills++) {
    await sleep(randomInt(1500));
    await product.kill("everything");
    await startAgain();
  }
  await expectAllReady(gallery, acknowledged);
});

test("Workers that outlive their killed owner are ended by the next start, which loses nothing", async () => {
  const gallery = await newGallery("Only node");
  const acknowledged = await uploadUntilItBreaks(gallery);
  await product.kill("only-node");
  await startAgain();
  expect(product.left()).toHaveLength(2);
  await expectAllReady(gallery, acknowledged);
});

test("the product ends when its Workers are killed, and the next start loses nothing", async () => {
  const gallery = await newGallery("Only Workers");
  const acknowledged = await uploadUntilItBreaks(gallery);
  await product.kill("only-workers");
  expect(product.left()).toEqual([]);
  await startAgain();
  await expectAllReady(gallery, acknowledged);
});

test("an order that was paid is fulfilled once, with one mail, although everything dies around its payment", async () => {
  const gallery = await newGallery("For sale");
  const file = await photo(0);
  const { id: photoId } = await upload(gallery, "sold.jpg", file);
  await api.call("PATCH", `/galleries/${gallery}`, { status: "published" });
  await expectAllReady(gallery, new Map([[photoId, "sold.jpg"]]));

  for (const [killAfter, foundBy] of [
    [0, "sweep"],
    [0, "buyer"],
    [100, "buyer"],
    [400, "buyer"],
  ] as const) {
    const email = `buyer-${killAfter}-${foundBy}@crash.test`;
    const order = await placeOrder(gallery, [photoId], email);
    const paid = await pay(order.checkoutUrl);
    expect(paid.status).toBe(303);
    await sleep(killAfter);
    await product.kill("everything");
    await startAgain();
    if (foundBy === "buyer") await product.ask(String(paid.headers.location));
    else await moveClock(ASK_PROVIDER_MS);

    const { archiveUrl } = await fulfilled(order);
    await until(
      () => mailsTo(email),
      (mails) => mails.length > 0,
    );
    await expectWholeArchive(archiveUrl ?? "", [file]);
    expect(await mailsTo(email)).toHaveLength(1);
  }
});

test("an archive that broke off in a crash is whole when it is asked for again", async () => {
  const gallery = await newGallery("Large");
  const files = await Promise.all(Array.from({ length: 4 }, (_, i) => photo(i, 4000)));
  const ids: string[] = [];
  for (const [i, file] of files.entries()) ids.push((await upload(gallery, `large-${i}.jpg`, file)).id);
  await api.call("PATCH", `/galleries/${gallery}`, { status: "published" });
  await expectAllReady(gallery, new Map(ids.map((id, i) => [id, `large-${i}.jpg`])));
  const order = await placeOrder(gallery, ids, "archive@crash.test");
  await pay(order.checkoutUrl);
  const { archiveUrl } = await fulfilled(order);

  let killed: Promise<void> | undefined;
  const broken = product.ask(archiveUrl ?? "", {
    onPiece() {
      killed ??= product.kill("everything");
    },
  });
  const isWhole = await broken.then(
    (answer) => answer.bytes.length === Number(answer.headers["content-length"]),
    () => false,
  );
  await killed;
  console.log(isWhole ? "The archive was through before the crash." : "The archive broke off.");
  await startAgain();

  await expectWholeArchive(archiveUrl ?? "", files);
});

test("nothing is left running after SIGTERM", async () => {
  expect(await product.stop()).toBe(0);
  expect(product.left()).toEqual([]);
});

interface PlacedOrder {
  id: string;
  checkoutUrl: string;
  buyerToken: string;
}

async function startAgain(): Promise<void> {
  await product.start();
  await api.signIn(OWNER.email, OWNER.password);
}

async function newGallery(name: string): Promise<string> {
  const { id } = await api.call<{ id: string }>("POST", "/galleries", {
    name,
    visibility: "public",
    pricePerPhoto: { amount: 900, currency: "EUR" },
  });
  return id;
}

function upload(gallery: string, filename: string, bytes: Buffer) {
  return api.call<{ id: string }>("POST", `/galleries/${gallery}/photos?filename=${filename}`, bytes);
}

/** Uploads photos until all are in or the product is gone; returns those it acknowledged, id and file name. */
async function uploadUntilItBreaks(gallery: string): Promise<Map<string, string>> {
  const acknowledged = new Map<string, string>();
  for (let i = 0; i < PHOTOS; i++) {
    const filename = `DSC_${i}.jpg`;
    const bytes = await photo(i);
    try {
      acknowledged.set((await upload(gallery, filename, bytes)).id, filename);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
      break;
    }
  }
  console.log(`${acknowledged.size} of ${PHOTOS} uploads were acknowledged.`);
  return acknowledged;
}

/**
 * Waits until no photo is being processed, and expects each acknowledged one to be there, no file twice, and all
 * of them ready with every rendition to be fetched.
 */
async function expectAllReady(gallery: string, acknowledged: Map<string, string>): Promise<void> {
  const photos = await until(
    () => api.photos(gallery),
    (all) => all.every(({ status }) => status !== "processing"),
  );
  const listed = new Map(photos.map(({ id, filename }) => [id, filename]));
  for (const [id, filename] of acknowledged) expect(listed.get(id)).toBe(filename);
  const names = photos.map(({ filename }) => filename);
  expect(new Set(names).size).toBe(names.length);
  for (const { status, renditions } of photos) {
    expect(status).toBe("ready");
    expect(renditions.map(({ name }) => name).sort()).toEqual(["grid", "preview", "thumb"]);
    for (const { url } of renditions) {
      const { format } = await sharp((await api.media(url)).bytes).metadata();
      expect(["jpeg", "webp"]).toContain(format);
    }
  }
}

/** Looks again and again; the proof's own limit is the end of patience. */
async function until<Value>(look: () => Promise<Value>, isThere: (value: Value) => boolean): Promise<Value> {
  for (;;) {
    const value = await look();
    if (isThere(value)) return value;
    await sleep(LOOK_MS);
  }
}

function placeOrder(galleryId: string, photoIds: string[], email: string): Promise<PlacedOrder> {
  return api.call("POST", "/orders", { galleryId, photoIds, email });
}

function fulfilled({ id, buyerToken }: PlacedOrder): Promise<OrderState> {
  return until(
    () => api.call<OrderState>("GET", `/orders/${id}`, undefined, buyerToken),
    ({ status }) => status === "fulfilled",
  );
}

/** Puts the product's clock ahead of the real one. */
async function moveClock(offsetMs: number): Promise<void> {
  const url = `http://sandbox.localhost:${product.port}/_sandbox/clock`;
  const headers = { "content-type": "application/json", origin: new URL(url).origin };
  const { status } = await product.ask(url, { method: "POST", headers, body: JSON.stringify({ offsetMs }) });
  expect(status).toBeLessThan(300);
}

function pay(checkoutUrl: string) {
  const { origin } = new URL(checkoutUrl);
  const headers = { origin, "content-type": "application/x-www-form-urlencoded" };
  return product.ask(checkoutUrl, { method: "POST", headers, body: "outcome=pay" });
}

async function mailsTo(email: string): Promise<unknown[]> {
  const url = `http://sandbox.localhost:${product.port}/_sandbox/mail?to=${encodeURIComponent(email)}`;
  return JSON.parse((await product.ask(url)).bytes.toString());
}

async function expectWholeArchive(url: string, files: Buffer[]): Promise<void> {
  const { bytes } = await product.ask(url);
  expect(Object.values(unzipSync(bytes)).map(sha256).sort()).toEqual(files.map(sha256).sort());
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A JPEG that differs from every other one, with enough in it to take a while. */
async function photo(number: number, width = 1600): Promise<Buffer> {
  const shade = { r: (number * 47) % 256, g: 128, b: 255 - ((number * 31) % 256) };
  return sharp({
    create: {
      width,
      height: Math.round((width * 2) / 3),
      channels: 3,
      background: shade,
      noise: { type: "gaussian", mean: 128, sigma: 25 },
    },
  })
    .jpeg({ quality: 85 })
    .toBuffer();
}
