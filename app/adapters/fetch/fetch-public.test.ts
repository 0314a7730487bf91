import { expect, test } from "vitest";
import { fetchPublic } from "./fetch-public";
import { publicUrl } from "./public-url";

const OWN = "safelight.example";
const isPublic = (text: string) => publicUrl(text, OWN) !== null;

/** Numbers that are the same on every run (mulberry32). */
function dice(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** Every way to write an IPv4 address that the URL parser reads: bytes or fewer numbers, in three bases. */
function spellingsOf([a, b, c, d]: [number, number, number, number]): string[] {
  const groups = [
    [a, b, c, d],
    [a, b, c * 256 + d],
    [a, b * 65536 + c * 256 + d],
    [((a * 256 + b) * 256 + c) * 256 + d],
  ];
  const bases = [
    (n: number) => String(n),
    (n: number) => `0x${n.toString(16)}`,
    (n: number) => `0${n.toString(8)}`,
  ];
  const plain = groups.flatMap((numbers) => bases.map((write) => numbers.map(write).join(".")));
  const hex = (n: number) => n.toString(16);
  const mapped = [`${a}.${b}.${c}.${d}`, `${hex(a * 256 + b)}:${hex(c * 256 + d)}`];
  const six = mapped.flatMap((tail) => [`[::ffff:${tail}]`, `[::${tail}]`, `[64:ff9b::${tail}]`]);
  return [...plain, ...plain.map((text) => `${text}.`), ...six];
}

test("no address in numbers is fetched, however it is spelled", () => {
  const roll = dice(7);
  const known: [number, number, number, number][] = [
    [127, 0, 0, 1],
    [10, 0, 0, 1],
    [172, 16, 0, 1],
    [192, 168, 1, 1],
    [169, 254, 169, 254],
    [100, 64, 0, 1],
    [0, 0, 0, 0],
    [255, 255, 255, 255],
    [8, 8, 8, 8],
  ];
  for (let i = 0; i < 1000; i++) known.push([roll(256), roll(256), roll(256), roll(256)]);
  for (const address of known)
    for (const spelling of spellingsOf(address)) {
      expect(isPublic(`https://${spelling}/`), spelling).toBe(false);
      expect(isPublic(`https://${encodeURIComponent(spelling)}/`), spelling).toBe(false);
    }
});

test("no IPv6 address is fetched", () => {
  const roll = dice(11);
  const random = () => Array.from({ length: 8 }, () => roll(65536).toString(16)).join(":");
  const addresses = ["::", "::1", "fe80::1", "fc00::1", "fd12:3456::1", "2001:db8::1", "2606:4700::1"];
  for (const each of [...addresses, ...Array.from({ length: 500 }, random)])
    expect(isPublic(`https://[${each}]/`), each).toBe(false);
});

test("names of the Internet are fetched, at the usual port and without credentials", () => {
  for (const url of [
    "https://hooks.studio.ie/x?y=1",
    "https://a.co",
    "https://bücher.de/",
    "https://a.co:443/",
    "https://a.co./",
  ])
    expect(isPublic(url), url).toBe(true);
  for (const url of [
    "http://a.co/",
    "ftp://a.co/",
    "file:///etc/passwd",
    "data:text/plain,x",
    "https://a.co:8443/",
    "https://a.co:80/",
    "https://me@a.co/",
    "https://me:secret@a.co/",
    "//a.co/",
    "a.co",
    "",
    `https://a.co/${"x".repeat(2048)}`,
  ])
    expect(isPublic(url), url).toBe(false);
});

test("names of private networks and of our own are not fetched", () => {
  for (const host of [
    "localhost",
    "LOCALHOST",
    "localhost.",
    "db.localhost",
    "printer",
    "printer.local",
    "metadata.google.internal",
    "router.lan",
    "box.home.arpa",
    "1.0.0.127.in-addr.arpa",
    "ⓛocalhost",
    "127.0.0.1。",
    "１２７.0.0.1",
    OWN,
    `aurora.${OWN}`,
    `AURORA.${OWN}.`,
  ])
    expect(isPublic(`https://${host}/`), host).toBe(false);
  expect(isPublic(`https://not${OWN.replace(".example", ".ie")}/`)).toBe(true);
});

/** A fetch that answers by address and remembers what it was asked. */
function answering(answers: Record<string, Response>) {
  const asked: { url: string; init: RequestInit }[] = [];
  const fetcher = async (url: string, init: RequestInit) => {
    asked.push({ url, init });
    const answer = answers[url];
    if (!answer) throw new TypeError("nobody answers there");
    return answer;
  };
  return { asked, fetcher: fetcher as unknown as typeof fetch };
}

const redirect = (location: string, status = 302) => new Response(null, { status, headers: { location } });
const options = { ownHost: OWN, largest: 100 };

test("each redirect is judged anew, and headers do not go along", async () => {
  const { asked, fetcher } = answering({
    "https://a.co/": redirect("https://b.co/x"),
    "https://b.co/x": new Response("hello", { headers: { "content-type": "text/plain" } }),
    "https://evil.co/": redirect("https://169.254.169.254/latest/meta-data"),
    "https://plain.co/": redirect("http://b.co/x"),
  });
  const headers = { authorization: "Bearer ours" };
  const answer = await fetchPublic("https://a.co/", { ...options, headers }, fetcher);
  expect(answer).toMatchObject({ ok: true, value: { status: 200, contentType: "text/plain" } });
  expect(asked.map(({ init }) => init.headers)).toEqual([headers, {}]);
  for (const url of ["https://evil.co/", "https://plain.co/"])
    expect(await fetchPublic(url, options, fetcher)).toEqual({ ok: false, refusal: "not_public" });
  expect(asked).toHaveLength(4);
});

test("a circle of redirects ends, and what is sent follows none", async () => {
  const { asked, fetcher } = answering({ "https://a.co/": redirect("https://a.co/", 307) });
  expect(await fetchPublic("https://a.co/", options, fetcher)).toEqual({ ok: false, refusal: "redirected" });
  expect(asked).toHaveLength(4);
  const posted = await fetchPublic("https://a.co/", { ...options, body: "{}" }, fetcher);
  expect(posted).toEqual({ ok: false, refusal: "redirected" });
  expect(asked).toHaveLength(5);
});

test("of an answer no more is read than is wanted, and nobody is waited for without end", async () => {
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      pulled++;
      controller.enqueue(new Uint8Array(40));
    },
  });
  const { fetcher } = answering({ "https://a.co/": new Response(endless) });
  expect(await fetchPublic("https://a.co/", options, fetcher)).toEqual({ ok: false, refusal: "too_large" });
  expect(pulled).toBeLessThan(10);
  const silent = ((_: string, { signal }: RequestInit) =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener("abort", () => reject(new Error("aborted")));
    })) as unknown as typeof fetch;
  const waited = await fetchPublic("https://a.co/", { ...options, timeoutMs: 20 }, silent);
  expect(waited).toEqual({ ok: false, refusal: "unreachable" });
});
