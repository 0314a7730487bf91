import { expect, test } from "vitest";
import { callCounter } from "../http/call-counter";
import { door } from "../wiring/door";
import { type Asked, cases } from "./isolation/cases";
import { anInhabitedStudio, type Inhabited, missingThings, type Things } from "./isolation/things";
import { askPage, siteRoutes } from "./pages";

/** What somebody holds who asks. */
interface Credentials {
  cookie?: string;
  bearer?: string;
}

/** Method and pattern of every route: those of the site map, and those that the door answers itself. */
function routesOfTheApp(): string[] {
  const pages = Object.values(siteRoutes).flatMap(({ id, path, index, module }) => {
    if (id === "root" || (path === undefined && !index)) return [];
    const pattern = patternOf(id);
    const reads = "loader" in module || "default" in module;
    return [...(reads ? [`GET ${pattern}`] : []), ...("action" in module ? [`POST ${pattern}`] : [])];
  });
  const streams = door(async () => new Response())
    .routes.filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path}`);
  return [...pages, ...streams];
}

function patternOf(id: string): string {
  const parts: string[] = [];
  for (let route = siteRoutes[id]; route; route = route.parentId ? siteRoutes[route.parentId] : undefined)
    if (route.path) parts.unshift(route.path);
  return `/${parts.join("/")}`;
}

async function askAs(host: string, method: string, asked: Asked, { cookie, bearer }: Credentials) {
  // Here is asked within seconds what people ask in hours.
  callCounter.clear();
  const headers: Record<string, string> = { origin: `http://${host}.localhost:8787` };
  const token = asked.bearer ?? bearer;
  if (token) headers.authorization = `Bearer ${token}`;
  if (cookie) headers.cookie = cookie;
  if (method === "GET") return askPage(host, asked.path, { method, headers });
  const encoded = new Response(bodyOf(asked));
  const body = await encoded.arrayBuffer();
  const type = asked.json === undefined ? encoded.headers.get("content-type") : "application/json";
  if (type) headers["content-type"] = type;
  headers["content-length"] = String(body.byteLength);
  return askPage(host, asked.path, { method, headers, body });
}

function bodyOf({ json, form, bytes, file }: Asked): BodyInit | null {
  if (json !== undefined) return JSON.stringify(json);
  if (form) return new URLSearchParams(form);
  if (bytes) return bytes as Uint8Array<ArrayBuffer>;
  if (!file) return null;
  const files = new FormData();
  files.append("photos", new File([file as Uint8Array<ArrayBuffer>], "a.jpg"));
  return files;
}

/** An answer in which each of the things asked about, and what differs from request to request, has a name. */
async function answerTo(response: Response, things: Things) {
  let text = new TextDecoder().decode(await response.arrayBuffer());
  let location = response.headers.get("location");
  for (const [name, value] of Object.entries(things)) {
    text = text.replaceAll(value, `<${name}>`).replaceAll(encodeURIComponent(value), `<${name}>`);
    location = location?.replaceAll(value, `<${name}>`) ?? null;
  }
  text = text
    .replace(/req_[0-9a-z]{26}/g, "<request>")
    .replace(/nonce="[^"]*"/g, "")
    .replace(/"timestamp":"[^"]+"/g, "");
  return { status: response.status, location, type: response.headers.get("content-type"), text };
}

function expectNothingOf(other: Inhabited, text: string, asked: string): void {
  for (const [name, value] of Object.entries(other.things))
    expect(text.includes(value), `${asked} shows the ${name}`).toBe(false);
}

const methodOf = (route: string) => route.split(" ")[0] ?? "";

test("every route of the app has a case here, and every case is of a route", () => {
  expect(Object.keys(cases).toSorted()).toEqual(routesOfTheApp().toSorted());
});

test("what is another studio's gets the same answer as what does not exist, on every route", async () => {
  const [there, here] = [await anInhabitedStudio("aurora"), await anInhabitedStudio("borealis")];
  for (const [route, { ask }] of Object.entries(cases)) {
    const [theirs, missing] = [ask(there.things, here.things), ask(missingThings, here.things)];
    for (const [i, asked] of theirs.entries()) {
      const held = [{ cookie: here.cookie }, { cookie: here.clientCookie }, { bearer: here.accessToken }, {}];
      for (const credentials of held) {
        const label = `${route} (${i}) with ${Object.keys(credentials)[0] ?? "nothing"}`;
        if (/^POST .*\/sign-out$/.test(route) && "cookie" in credentials) continue;
        const answer = await answerTo(
          await askAs(here.host, methodOf(route), asked, credentials),
          there.things,
        );
        const nothing = await answerTo(
          await askAs(here.host, methodOf(route), missing[i] ?? asked, credentials),
          missingThings,
        );
        if (JSON.stringify(asked) === JSON.stringify(missing[i])) {
          expectNothingOf(there, answer.text, label);
          continue;
        }
        expect(answer, label).toEqual(nothing);
        // Whoever is signed in already is led on from the page on which signing in failed.
        if (route === "POST /sign-in" && Object.keys(credentials).length > 0) continue;
        const turnedAway =
          answer.status >= 400 || answer.location?.startsWith("/sign-in") || isRefusedForm(answer);
        expect(turnedAway, `${label} answered ${answer.status}`).toBe(true);
      }
    }
  }
});

test("credentials of another studio are worth as much as none, on every route", async () => {
  const [here, there] = [await anInhabitedStudio("aurora"), await anInhabitedStudio("borealis")];
  for (const [route, { ask, open = false, once = false }] of Object.entries(cases)) {
    for (const [i, asked] of ask(here.things, here.things).entries()) {
      const label = `${route} (${i})`;
      const method = methodOf(route);
      if (asked.bearer === undefined) {
        const refused = await askAs(here.host, method, asked, { bearer: there.accessToken });
        expect(refused.status, `${label} with their token`).toBe(route.includes("/webhooks/") ? 404 : 401);
      } else {
        const stolen = { ...asked, bearer: there.things.buyerToken };
        expect((await askAs(here.host, method, stolen, {})).status, label).toBe(404);
        continue;
      }
      if (once || (open && method !== "GET")) continue;
      const asStranger = await answerTo(await askAs(here.host, method, asked, {}), here.things);
      const asThem = await answerTo(
        await askAs(here.host, method, asked, { cookie: `${there.cookie}; ${there.clientCookie}` }),
        here.things,
      );
      expect(asThem, label).toEqual(asStranger);
      if (open || isPublicPicture(asked, here)) continue;
      const { status, location } = asStranger;
      const isSentToSignIn = /^(\/client)?\/sign-in/.test(location ?? "");
      expect([401, 404].includes(status) || isSentToSignIn, `${label} gave ${status}`).toBe(true);
    }
  }
});

test("each case does what it is about for those whose things they are", async () => {
  const here = await anInhabitedStudio("aurora");
  for (const [route, { ask }] of Object.entries(cases)) {
    if (route === "GET /*" || route.includes("/webhooks/")) continue;
    const usesApi = route.includes("/api/");
    const cookie = route === "GET /client" ? here.clientCookie : here.cookie;
    const credentials = usesApi ? { bearer: here.accessToken } : { cookie };
    const statuses: number[] = [];
    for (const asked of ask(here.things, here.things))
      statuses.push((await askAs(here.host, methodOf(route), asked, credentials)).status);
    expect(Math.min(...statuses), `${route} answered ${statuses}`).toBeLessThan(400);
  }
});

/** A form that came back with a sentence instead of leading on. */
function isRefusedForm({ status, text }: { status: number; text: string }): boolean {
  return status === 200 && /role="alert"|aria-invalid="true"/.test(text);
}

/** Renditions of a published gallery are for everybody; those of a draft are not. */
function isPublicPicture(asked: Asked, { things }: Inhabited): boolean {
  return asked.path.startsWith(`/media/${things.photo}/`);
}
