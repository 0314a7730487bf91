import { expect, test } from "vitest";
import { MINUTE } from "../lib/time";
import { routesOfTheApp } from "./app-routes";
import { asData, askAs, type Credentials, methodOf } from "./isolation/ask-as";
import type { Asked } from "./isolation/asked";
import { cases } from "./isolation/cases";
import { anInhabitedStudio, type Inhabited, missingThings, type Things } from "./isolation/things";

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

test("every route of the app has a case here, and every case is of a route", () => {
  expect(Object.keys(cases).toSorted()).toEqual(routesOfTheApp().toSorted());
});

/** Thousands of requests, however slow the machine is. */
const WALK = { timeout: 15 * MINUTE };

test(
  "what is another studio's gets the same answer as what does not exist, on every route",
  WALK,
  async () => {
    const [there, here] = [await anInhabitedStudio("aurora"), await anInhabitedStudio("borealis")];
    for (const [route, { ask }] of Object.entries(cases)) {
      const [theirs, missing] = [ask(there.things, here.things), ask(missingThings, here.things)];
      for (const [i, asked] of theirs.entries()) {
        const held = [
          { cookie: here.cookie },
          route.includes("/api/") ? { bearer: here.accessToken } : { cookie: here.clientCookie },
          {},
        ];
        const ours = missing[i] ?? asked;
        const compare = async (credentials: Credentials) => {
          const label = `${route} (${i}) with ${Object.keys(credentials)[0] ?? "nothing"}`;
          if (/^POST .*\/sign-out$/.test(route) && "cookie" in credentials) return;
          // One of them sees the pages drawn.
          const sent = (each: Asked) => (credentials === held[0] ? each : asData(route, each));
          const answerAbout = async (each: Asked, things: Things) =>
            answerTo(await askAs(here.host, methodOf(route), sent(each), credentials), things);
          if (JSON.stringify(asked) === JSON.stringify(missing[i])) {
            expectNothingOf(there, (await answerAbout(asked, there.things)).text, label);
            return;
          }
          const [answer, nothing] = await Promise.all([
            answerAbout(asked, there.things),
            answerAbout(ours, missingThings),
          ]);
          expect(answer, label).toEqual(nothing);
          // Whoever is signed in already is led on from the page on which signing in failed.
          if (route === "POST /sign-in" && Object.keys(credentials).length > 0) return;
          const turnedAway = answer.status >= 400 || isSentToSignIn(answer) || isRefusedForm(answer);
          expect(turnedAway, `${label} answered ${answer.status}`).toBe(true);
        };
        // What is only read is read by all of them at once.
        if (methodOf(route) === "GET") await Promise.all(held.map(compare));
        else for (const credentials of held) await compare(credentials);
      }
    }
  },
);

test("credentials of another studio are worth as much as none, on every route", WALK, async () => {
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
      const answerFor = async (credentials: Credentials) =>
        answerTo(await askAs(here.host, method, asData(route, asked), credentials), here.things);
      const asStranger = await answerFor({});
      const asThem = await answerFor({ cookie: `${there.cookie}; ${there.clientCookie}` });
      expect(asThem, label).toEqual(asStranger);
      if (open || isPublicPicture(asked, here)) continue;
      const { status } = asStranger;
      expect([401, 404].includes(status) || isSentToSignIn(asStranger), `${label} gave ${status}`).toBe(true);
    }
  }
});

test("each case does what it is about for those whose things they are", WALK, async () => {
  const here = await anInhabitedStudio("aurora");
  for (const [route, { ask }] of Object.entries(cases)) {
    if (route === "GET /*" || route.includes("/webhooks/")) continue;
    const usesApi = route.includes("/api/");
    const cookie = route === "GET /client" ? here.clientCookie : here.cookie;
    const credentials = usesApi ? { bearer: here.accessToken } : { cookie };
    const statuses: number[] = [];
    for (const asked of ask(here.things, here.things))
      statuses.push((await askAs(here.host, methodOf(route), asData(route, asked), credentials)).status);
    expect(Math.min(...statuses), `${route} answered ${statuses}`).toBeLessThan(400);
  }
});

type Answer = Awaited<ReturnType<typeof answerTo>>;

/** A redirect to where one signs in; in an answer to JavaScript it is data. */
function isSentToSignIn({ status, location, text }: Answer): boolean {
  return (
    /^(\/client)?\/sign-in/.test(location ?? "") || (status === 202 && /"(\/client)?\/sign-in/.test(text))
  );
}

/** A form that came back with a sentence instead of leading on. */
function isRefusedForm({ status, text }: Answer): boolean {
  return status === 200 && /role="alert"|aria-invalid="true"/.test(text);
}

/** Renditions of a published gallery are for everybody; those of a draft are not. */
function isPublicPicture(asked: Asked, { things }: Inhabited): boolean {
  return asked.path.startsWith(`/media/${things.photo}/`);
}
