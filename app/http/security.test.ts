import { expect, test } from "vitest";
import { aGallery } from "../features/galleries/testing";
import { aPhoto } from "../features/ingest/testing";
import { createTestStudio, env } from "../test/create-test-studio";
import { askPage, ownerCookie, postForm } from "../test/pages";
import { door } from "../wiring/door";

function policyOf(response: Response): Record<string, string> {
  const policy = response.headers.get("content-security-policy") ?? "";
  return Object.fromEntries(
    policy.split("; ").map((part) => [part.split(" ")[0] ?? "", part.slice(part.indexOf(" ") + 1)]),
  );
}

const nonceOf = (response: Response) => /'nonce-([^']+)'/.exec(policyOf(response)["script-src"] ?? "")?.[1];

/** An answer of each kind that the app gives: pages, data, API, images, redirects, refusals. */
async function answers() {
  const made = await createTestStudio();
  const { slug, studio } = made;
  const gallery = await aGallery(studio);
  const { id } = await aPhoto(studio, gallery.id);
  const paths = [
    "/",
    "/_root.data",
    "/sign-in",
    `/g/${gallery.slug}`,
    `/g/${gallery.slug}.data`,
    "/nothing/here",
    "/studio",
    "/robots.txt",
    "/api/v1/galleries",
    "/api/v1/nothing",
    `/media/${id}/1/grid.jpg`,
    "/media/none/1/grid.jpg",
    "/d/none/archive.zip",
    "/webhooks/nothing",
  ];
  const all = paths.map(async (path) => ({ path, response: await askPage(slug, path) }));
  const foreign = postForm(slug, "/sign-in", {}, { headers: { origin: "http://evil.test" } });
  return [
    ...(await Promise.all(all)),
    { path: "POST from another site", response: await foreign },
    { path: "the platform", response: await askPage("", "/") },
    { path: "an unknown studio", response: await askPage("nobody-here", "/") },
  ];
}

test("every answer carries the headers that keep a browser in bounds", async () => {
  for (const { path, response } of await answers()) {
    expect(Object.fromEntries(response.headers), path).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
      "x-request-id": expect.stringMatching(/^req_[0-9a-z]{26}$/),
      // What everybody may see anyway is for shared caches too, which ask before they show it.
      "cache-control": expect.stringMatching(
        path.endsWith("/1/grid.jpg") && response.ok ? /^public, no-cache$/ : /^(private|no-store)/,
      ),
    });
    expect(response.headers.has("strict-transport-security"), path).toBe(false);
    const policy = policyOf(response);
    expect(policy, path).toMatchObject({
      "default-src": "'none'",
      "object-src": "'none'",
      "script-src": expect.stringMatching(/^'nonce-[\w-]{22}' 'strict-dynamic'$/),
      "base-uri": "'none'",
      "frame-ancestors": "'none'",
      // The platform's forms lead to the studio that was just made; a studio's to the provider.
      "form-action": ["the platform", "an unknown studio"].includes(path)
        ? "'self' http://*.localhost:8787"
        : "'self' http://sandbox.localhost:8787",
    });
    for (const [name, value] of Object.entries(policy)) {
      if (name !== "style-src-attr") expect(value, `${path} ${name}`).not.toContain("unsafe");
    }
  }
});

test("every script and style of a page carries the nonce of its answer", async () => {
  for (const { path, response } of await answers()) {
    if (!response.headers.get("content-type")?.startsWith("text/html")) continue;
    // What is data for search engines runs nothing.
    const tags = ((await response.text()).match(/<(script|style)\b[^>]*>/g) ?? []).filter(
      (tag) => tag !== '<script type="application/ld+json">',
    );
    expect(tags.length, path).toBeGreaterThan(0);
    for (const tag of tags) expect(tag, path).toContain(`nonce="${nonceOf(response)}"`);
  }
});

test("a nonce and a request id are never used twice", async () => {
  const all = await answers();
  expect(new Set(all.map(({ response }) => nonceOf(response))).size).toBe(all.length);
  expect(new Set(all.map(({ response }) => response.headers.get("x-request-id"))).size).toBe(all.length);
});

test("no answer lets a script of another site read it", async () => {
  const { slug } = await createTestStudio();
  const headers = { origin: "http://evil.test", "access-control-request-method": "POST" };
  for (const path of ["/", "/sign-in", "/api/v1/galleries", "/robots.txt"])
    for (const method of ["GET", "OPTIONS"]) {
      const names = [...(await askPage(slug, path, { method, headers })).headers.keys()];
      expect(
        names.filter((name) => name.startsWith("access-control-")),
        `${method} ${path}`,
      ).toEqual([]);
    }
});

test("every answer says what its body is, and text in which letters it is written", async () => {
  for (const { path, response } of await answers()) {
    const type = response.headers.get("content-type");
    if ((await response.arrayBuffer()).byteLength === 0) continue;
    expect(type, path).toMatch(
      /^(text\/[\w.+-]+; ?charset=utf-8|application\/(json|zip)|image\/(jpeg|png|webp))$/i,
    );
  }
});

test("in production nothing is answered over http: pages lead to https, programs and forms are refused", async () => {
  const live = { ...env, MODE: "production" as const, ROOT_ORIGIN: "https://safelight.example" };
  const app = door(async () => new Response("a page"));
  const context = { waitUntil: () => {} } as unknown as ExecutionContext;
  const over = (scheme: string, path: string, method = "GET") =>
    app.fetch(new Request(`${scheme}://safelight.example${path}`, { method }), live, context);
  const page = await over("http", "/start?plan=a");
  expect([page.status, page.headers.get("location")]).toEqual([
    308,
    "https://safelight.example/start?plan=a",
  ]);
  expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  for (const [path, method] of [
    ["/api/v1/galleries", "GET"],
    ["/api/v1/tokens", "POST"],
    ["/webhooks/stripe/connect", "POST"],
    ["/sign-in", "POST"],
  ] as const)
    expect((await over("http", path, method)).status, path).toBe(403);
  expect(await (await over("https", "/start")).text()).toBe("a page");
});

test("browsers that came by https are told to stay there", async () => {
  const { slug } = await createTestStudio();
  const response = await askPage(slug, "/", { scheme: "https" });
  expect(response.headers.get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
});

test("members' pages and their data are not kept, visitors' may be kept by their own browser", async () => {
  const made = await createTestStudio();
  const gallery = await aGallery(made.studio);
  const cookie = await ownerCookie(made);
  const caching = async (path: string, headers: Record<string, string> = {}) =>
    (await askPage(made.slug, path, { headers })).headers.get("cache-control");
  for (const path of ["/", `/g/${gallery.slug}`, `/g/${gallery.slug}.data`]) {
    expect(await caching(path), path).toBe("private, no-cache");
    expect(await caching(path, { cookie }), path).toBe("private, no-store");
  }
  for (const path of ["/studio/galleries", "/studio/galleries.data"])
    expect(await caching(path, { cookie }), path).toBe("private, no-store");
});

test("a cookie of the page and one of the door are both set", async () => {
  const made = await createTestStudio();
  const cookie = await ownerCookie(made);
  const out = await postForm(made.slug, "/sign-out", {}, { headers: { cookie } });
  const names = out.headers.getSetCookie().map((each) => each.split("=")[0]);
  expect(names.toSorted()).toEqual(["flash", "safelight"]);
});

test("a sentence for the next page is shown once, as text", async () => {
  const { slug } = await createTestStudio();
  const headers = { cookie: `flash=${encodeURIComponent("<b>Saved & sound</b>")}` };
  const shown = await askPage(slug, "/sign-in", { headers });
  const text = await shown.text();
  expect(text).toContain("&lt;b&gt;Saved &amp; sound&lt;/b&gt;");
  expect(text).not.toContain("<b>Saved");
  expect(shown.headers.getSetCookie()).toEqual(["flash=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"]);
  expect((await askPage(slug, "/sign-in")).headers.getSetCookie()).toEqual([]);
});
