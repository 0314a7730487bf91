import { type Capability, reaches, rights } from "../../features/account/model";
import type { Asked } from "../isolation/asked";
import type { Asker } from "./askers";
import type { Need, RouteNeed, Who } from "./need";

/** How a request can be answered, as far as rights go. */
export type Answer =
  | "let in"
  | "asked to sign in"
  | "asked to sign in as a client"
  | "asked to confirm"
  | "unauthenticated"
  | "forbidden"
  | "as good as missing";

/** What answers a route: a page speaks to people, the API to programs, and what only streams bytes to neither. */
export type Kind = "page" | "api" | "stream";

/** What one request needs: of the route, or of the act that it asks the route for. Null for an act that has no row. */
export function needOf(row: RouteNeed, asked: Asked): { page: Who | null; need: Need } | null {
  if (typeof row === "string") return { page: null, need: { may: row } };
  if (!("acts" in row)) return { page: null, need: row };
  const found = row.acts[actOf(asked)];
  if (found === undefined) return null;
  return { page: row.page ?? null, need: typeof found === "string" ? { may: found } : found };
}

/** All needs of a route's row. */
export function needsOf(row: RouteNeed = "nobody"): Need[] {
  if (typeof row === "string") return [{ may: row }];
  if (!("acts" in row)) return [row];
  return Object.values(row.acts).map((need) => (typeof need === "string" ? { may: need } : need));
}

/** Which act of its route a request asks for. */
export const actOf = ({ act, form }: Asked) => act ?? form?.intent ?? "";

/** Everything a need asks for that is a capability. */
export function capabilitiesIn({ may, or }: Need): readonly Capability[] {
  const all = typeof may === "string" ? [may, or] : may;
  return all.filter((one): one is Capability => one?.includes(":") ?? false);
}

/**
 * What the table of rights and the table of needs say about a request, before anybody has asked.
 *
 * @param things what is asked for: whether it is the work of those who see only such, and whose it is
 */
export function expectedAnswer(
  kind: Kind,
  { page, need }: { page: Who | null; need: Need },
  asker: Asker,
  things: { areAssigned: boolean; ownerId: string },
): Answer {
  const { may, or, confirmed, reach } = need;
  if (may === "nobody" || may === "provider") return "as good as missing";
  if (asker.by === "foreign") return "unauthenticated";
  if (may === "anyone" || may === "link") return "let in";
  if (may === "main") {
    // Those it was made for, and members whose work it is: to everybody else the act is not there.
    const isTheirWork = asker.role !== null && (reaches[asker.role] === "studio" || things.areAssigned);
    return isTheirWork && holds(asker, "galleries:read") ? "let in" : "as good as missing";
  }
  if (may === "buyer") {
    // The client who asks is the one who bought it.
    const isBuyer = asker.kind === "buyer" || (asker.kind === "client" && kind === "page");
    if (isBuyer || (or && holds(asker, or))) return "let in";
    if (or) return refusal(kind, or, asker);
    return kind === "api" && asker.by === "browser" ? "unauthenticated" : "as good as missing";
  }
  if (page !== null && !holds(asker, page)) return refusal(kind, page, asker);
  const wanted = typeof may === "string" ? [may] : may;
  for (const one of wanted) {
    if (holds(asker, one) || (or && holds(asker, or))) continue;
    return page === null ? refusal(kind, one, asker) : "forbidden";
  }
  if (confirmed && !asker.confirmed) return "asked to confirm";
  const seesAll = asker.role !== null && reaches[asker.role] === "studio";
  if (reach === "gallery" && !things.areAssigned && !seesAll) return "as good as missing";
  return reach === "own" && asker.id !== things.ownerId ? "as good as missing" : "let in";
}

function holds({ kind, role, by, scopes }: Asker, who: Who): boolean {
  if (who === "client") return kind === "client";
  if (who === "member") return role !== null && by !== "key";
  const isGiven = by !== "key" || scopes.includes(who as Capability);
  return role !== null && isGiven && rights[role].has(who as Capability);
}

/** How somebody is refused who has not the right to come in. */
function refusal(kind: Kind, who: Who, { kind: asker }: Asker): Answer {
  if (kind === "stream") return "as good as missing";
  const isKnown = asker === "member" || asker === "client";
  if (kind === "api") return isKnown ? "forbidden" : "unauthenticated";
  if (isKnown) return "as good as missing";
  return who === "client" ? "asked to sign in as a client" : "asked to sign in";
}

/** How a request was answered. A page that sends somebody to sign in sets no cookie, and remembers where from if it can. */
export function answerOf(response: Response, method: string): Answer {
  const { status, headers } = response;
  if (status === 401) return "unauthenticated";
  if (status === 403) return "forbidden";
  if (status === 404) return "as good as missing";
  return gateOf(headers.get("location") ?? "", method === "GET" || headers.has("set-cookie")) ?? "let in";
}

/** The same of an answer to JavaScript, in which a redirect is data. */
export async function answerInData(response: Response): Promise<Answer> {
  if (response.status !== 202) return answerOf(response, "GET");
  const location = /"(\/(?:client\/)?sign-in[^"]*|\/account\/confirm[^"]*)"/.exec(await response.text())?.[1];
  return gateOf(location ?? "", true) ?? "let in";
}

function gateOf(location: string, comesBack: boolean): Answer | null {
  const { pathname, searchParams } = new URL(location, "http://localhost");
  if (pathname === "/account/confirm") return "asked to confirm";
  if (comesBack && !searchParams.has("to")) return null;
  if (pathname === "/sign-in") return "asked to sign in";
  return pathname === "/client/sign-in" ? "asked to sign in as a client" : null;
}
