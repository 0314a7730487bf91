import { expect, test } from "vitest";
import { MINUTE } from "../../lib/time";
import { type ServedFile, type Serving, serveFile } from "./serve-file.server";

const NOW = Date.UTC(2026, 10, 21);

/** A file of ten bytes that tells what was asked of it. */
function aFile() {
  const told: string[] = [];
  const file: ServedFile = {
    filename: "a.jpg",
    contentType: "image/jpeg",
    size: 10,
    etag: '"tag"',
    lastModified: NOW - MINUTE,
    check: async ({ start, end }) => void told.push(`check ${start}-${end}`),
    stream({ start, end }) {
      told.push(`stream ${start}-${end}`);
      return new Blob(["0123456789".slice(start, end)]).stream();
    },
  };
  const serve = (init: RequestInit = {}, admit?: Serving["admit"]) =>
    serveFile(new Request("http://studio.test/a", init), file, { now: NOW, admit });
  return { told, serve };
}

test("nothing is looked for or opened for an answer that sends nothing", async () => {
  const { told, serve } = aFile();
  for (const [status, headers] of [
    [304, { "if-none-match": '"tag"' }],
    [304, { "if-modified-since": "Sat, 21 Nov 2026 00:00:00 GMT" }],
    [412, { "if-match": '"other"' }],
    [416, { range: "bytes=10-" }],
  ] as const) {
    const response = await serve({ headers });
    expect([response.status, response.body]).toEqual([status, null]);
  }
  expect(told).toEqual([]);
});

test("what is sent is looked for first, and just the range asked for is opened", async () => {
  const { told, serve } = aFile();
  expect(await (await serve({ headers: { range: "bytes=2-4" } })).text()).toBe("234");
  expect(told).toEqual(["check 2-5", "stream 2-5"]);
});

test("HEAD looks for what GET would send, and opens nothing", async () => {
  const { told, serve } = aFile();
  const response = await serve({ method: "HEAD", headers: { range: "bytes=2-4" } });
  expect([response.status, response.body]).toEqual([200, null]);
  expect(told).toEqual(["check 0-10"]);
});

test("whoever counts downloads is asked before any byte is sent, and may answer instead", async () => {
  const { told, serve } = aFile();
  const admit = async () => {
    told.push("admit");
    return null;
  };
  expect(await (await serve({}, admit)).text()).toBe("0123456789");
  expect(told).toEqual(["check 0-10", "admit", "stream 0-10"]);
  told.length = 0;
  await serve({ method: "HEAD" }, admit);
  await serve({ headers: { "if-none-match": "*" } }, admit);
  await serve({ headers: { range: "bytes=-0" } }, admit);
  expect(told).toEqual(["check 0-10"]);
  told.length = 0;
  const instead = await serve({}, async () => new Response(null, { status: 303 }));
  expect([instead.status, told]).toEqual([303, ["check 0-10"]]);
});

test("answers are kept and changed by nobody on the way", async () => {
  const { serve } = aFile();
  const response = await serve();
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "accept-ranges": "bytes",
    "cache-control": "private, no-store, no-transform",
    "content-disposition": `attachment; filename="a.jpg"; filename*=UTF-8''a.jpg`,
    "content-length": "10",
    "content-type": "image/jpeg",
    etag: '"tag"',
    "last-modified": "Fri, 20 Nov 2026 23:59:00 GMT",
  });
  await response.body?.cancel();
});
