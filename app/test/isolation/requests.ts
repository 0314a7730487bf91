import { needOf } from "../rights-matrix/answers";
import { needs } from "../rights-matrix/needs";
import { type Credentials, methodOf } from "./ask-as";
import type { Asked } from "./asked";
import { cases } from "./cases";
import type { Ask, Host, Query, Trick } from "./sequences";
import type { Inhabited, Things } from "./things";

/** What nobody knows who was not told: it opens what it belongs to, on its own studio's host. */
const TOLD_TO_FEW: readonly string[] = [
  "shareKey",
  "draftKey",
  "checkoutRef",
  "buyerToken",
  "openToken",
  "downloadToken",
  "refreshToken",
  "handOver",
  "resetToken",
  "verifyToken",
  "clientToken",
  "favouritesToken",
  "inviteToken",
  "personToken",
] satisfies (keyof Things)[];

/** Two studios: one that asks for more than is its own, and the one next to it. */
export interface Pair {
  ours: Inhabited;
  ourKey: string;
  theirs: Inhabited;
}

/** A request as it goes to the door. */
export interface Sent {
  host: string;
  method: string;
  asked: Asked;
  credentials: Credentials;
  headers: Record<string, string>;
  /** Whether the other studio itself is asked, and so shows what every visitor of it sees. */
  isTheirHost: boolean;
}

/**
 * The request of a step. Null for one that anybody may send to the other studio, and that writes rows there as it
 * should: placing an order, asking for a mail, trying a password.
 */
export function requestOf(step: Ask, pair: Pair): Sent | null {
  const { route, at, nth, asData } = step;
  const isTheirHost = at === "theirs";
  const method = methodOf(route);
  const things = mixed(step, pair, isTheirHost);
  const own = step.ownIsTheirs && !isTheirHost ? pair.theirs.things : pair.ours.things;
  const requests = cases[route]?.ask(things, own) ?? [];
  const asked = requests[nth % requests.length];
  const row = needs[route];
  const need = asked && row && needOf(row, asked)?.need;
  if (!asked || !need) throw new Error(`${route} has no request that is in the table of needs`);
  const isOpen = need.may === "anyone" || need.may === "link";
  if (isTheirHost && isOpen && method !== "GET") return null;
  return {
    host: hostOf(at, pair),
    method,
    asked: { ...asked, path: withQuery(asked.path, step.query, things, asData && method === "GET") },
    credentials: credentialsOf(step, pair, isTheirHost),
    headers: Object.fromEntries(step.tricks.map((trick) => [trick, headerOf(trick, pair)])),
    isTheirHost,
  };
}

function mixed({ theirs: taken }: Ask, { ours, theirs }: Pair, isTheirHost: boolean): Things {
  const known = taken.filter((name) => !isTheirHost || !TOLD_TO_FEW.includes(name));
  return { ...ours.things, ...Object.fromEntries(known.map((name) => [name, theirs.things[name]])) };
}

function hostOf(at: Host, { ours, theirs }: Pair): string {
  if (at === "ours") return ours.host;
  if (at === "theirs") return theirs.host;
  if (at === "the platform's") return "";
  return at === "theirs below ours" ? `${theirs.host}.${ours.host}` : `${ours.host}.${theirs.host}`;
}

/** What opens the other studio's doors is sent to all hosts but theirs, where it would be no attack. */
function credentialsOf({ as }: Ask, { ours, ourKey, theirs }: Pair, isTheirHost: boolean): Credentials {
  if (as === "nothing") return {};
  if (as === "our owner's browser") return { cookie: ours.cookie };
  if (as === "our client's browser") return { cookie: ours.clientCookie };
  if (as === "our token") return { bearer: ours.accessToken };
  if (as === "our key") return { bearer: ourKey };
  if (as === "a made-up token") return { bearer: `sla_${"z".repeat(32)}` };
  if (isTheirHost) return { cookie: `${ours.cookie}; ${ours.clientCookie}`, bearer: ours.accessToken };
  if (as === "their token") return { bearer: theirs.accessToken };
  if (as === "their owner's cookie") return { cookie: `${theirs.cookie}; ${theirs.clientCookie}` };
  return { cookie: `${theirs.cookie}; ${ours.cookie}` };
}

function headerOf(trick: Trick, { theirs: { host, things } }: Pair): string {
  const origin = `http://${host}.localhost:8787`;
  const values: Record<Trick, string> = {
    "X-Forwarded-Host": `${host}.localhost:8787`,
    Forwarded: `host=${host}.localhost:8787;proto=https`,
    "X-Original-URL": `${origin}/studio/galleries`,
    "X-HTTP-Method-Override": "DELETE",
    Origin: origin,
    Referer: `${origin}/studio/galleries/${things.draft}`,
    "If-None-Match": `"${things.draftPhoto}/1/grid.jpg"`,
    Range: "bytes=0-99",
    Accept: "image/avif,image/webp,*/*",
    "CF-Connecting-IP": "192.0.2.77",
  };
  return values[trick];
}

function withQuery(path: string, query: Query, things: Things, asData: boolean): string {
  const { pathname, searchParams } = new URL(path, "http://localhost");
  const values: Record<Exclude<Query, "">, string> = {
    cursor: things.gallery,
    about: things.draft,
    person: things.self,
    buyerToken: things.buyerToken,
    session: things.checkoutRef,
    _data: "features/galleries/routes/gallery-list.tsx",
  };
  if (query !== "") searchParams.set(query, values[query]);
  return `${pathname}${asData ? ".data" : ""}${searchParams.size > 0 ? `?${searchParams}` : ""}`;
}
