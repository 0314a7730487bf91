import { readCookie } from "../../http/cookies";
import { visitorNetwork } from "../../http/visitor-network";
import { AppError } from "../../lib/app-error";
import { type Actor, stranger } from "../../tenancy/actor";
import type { Studio } from "../../tenancy/studio";
import { deviceOf } from "./device.server";
import { actorOfClientSession, actorOfKey, actorOfSession, actorOfToken } from "./queries.server";
import { keepSignedIn, SIGN_IN_COOKIE } from "./sign-in-cookies.server";

/** The cookie that holds the secret of a client's session. */
export const CLIENT_COOKIE = "client";

/**
 * Who is asking: the bearer token decides where there is one (and must be valid), else the cookies, a member's
 * before a client's.
 *
 * @param setCookie called when the browser's cookie has to be renewed
 */
export async function resolveActor(
  studio: Studio,
  request: Request,
  setCookie: (header: string) => void,
): Promise<Actor> {
  const actor = await actorOf(studio, request, setCookie);
  return { ...actor, from: { network: visitorNetwork(request), device: deviceOf(request) } };
}

async function actorOf(
  studio: Studio,
  request: Request,
  setCookie: (header: string) => void,
): Promise<Actor> {
  const bearer = /^bearer +([\w-]{1,200})$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  if (bearer?.startsWith("sla_")) {
    const actor = await actorOfToken(studio, bearer);
    if (!actor) throw new AppError("unauthenticated", "The access token is not valid any more.");
    return actor;
  }
  if (bearer?.startsWith("slk_")) {
    const actor = await actorOfKey(studio, bearer);
    if (!actor) throw new AppError("unauthenticated", "The key is not valid any more.");
    return actor;
  }
  if (bearer) return stranger;
  const secret = readCookie(SIGN_IN_COOKIE, request);
  const found = secret ? await actorOfSession(studio, secret, visitorNetwork(request)) : null;
  if (found && secret) {
    if (found.prolonged) keepSignedIn(secret, request, setCookie);
    return found.actor;
  }
  const clientSecret = readCookie(CLIENT_COOKIE, request);
  return (clientSecret && (await actorOfClientSession(studio, clientSecret))) || stranger;
}
