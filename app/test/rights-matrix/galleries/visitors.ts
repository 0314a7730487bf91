import { accountLinks, CLIENT_COOKIE } from "../../../features/account/index.server";
import { enterAsClient } from "../../../features/clients/commands/client-sign-in.server";
import { changeGallery } from "../../../features/galleries/commands/change-gallery.server";
import { changePersonsRole, revokePerson } from "../../../features/galleries/commands/name-person.server";
import {
  publishGallery,
  unpublishGallery,
} from "../../../features/galleries/commands/publish-gallery.server";
import type { Gallery } from "../../../features/galleries/model";
import type { GalleryRole } from "../../../features/galleries/model/roles";
import { enterPath, sharePath } from "../../../features/galleries/paths";
import { aPerson } from "../../../features/galleries/testing";
import { aBrowserIn, TestBrowser } from "../../../features/galleries/testing/browser";
import { makeVisitor, VISITOR_COOKIE } from "../../../features/galleries/visitor.server";
import type { Studio } from "../../../tenancy/studio";
import { standings, type Who } from "./expected";

/** Somebody who asks for what is in a gallery. */
export interface Visitor {
  who: Who;
  browser: TestBrowser;
  /** The part of the gallery's address that they know. */
  key: string;
}

/** The password that comes in place of the galleries' of tests. */
const NEW_PASSWORD = "hinter den linden";

/**
 * Everybody who can be there for a gallery, with what happened to them behind them. The gallery has its access version
 * raised on the way.
 */
export async function visitorsOf(
  { studio, slug }: { studio: Studio; slug: string },
  gallery: Gallery,
): Promise<Visitor[]> {
  const { id, shareKey: key, visibility } = gallery;
  const at = { studio, slug };
  const named = async (role: GalleryRole) => {
    const person = await aPerson(studio, id, { email: `${role}-${crypto.randomUUID()}@example.com`, role });
    const browser = new TestBrowser(slug);
    const entered = await browser.post(enterPath(key), { intent: "open", token: person.token });
    if (entered.status !== 303) throw new Error(`the mailed link answered ${entered.status}`);
    return { ...person, browser };
  };
  const before = await aBrowserIn(at, gallery);
  await letNobodyStay(studio, gallery);

  const main = await named("main");
  const demoted = await named("main");
  await changePersonsRole(studio, id, { personId: demoted.id, role: "guest" });
  const revoked = await named("main");
  await revokePerson(studio, id, revoked.id);
  const addressed = new TestBrowser(slug);
  await addressed.get(sharePath(key));
  const told = new TestBrowser(slug);
  await told.post(enterPath(key), { intent: "password", password: NEW_PASSWORD });
  const claims = await makeVisitor(studio, { clientId: main.clientId, isProven: false });
  const withCookie = async (cookie: string) => {
    const browser = new TestBrowser(slug, undefined, cookie);
    await browser.get(sharePath(key));
    return browser;
  };
  const browsers: Record<Who, TestBrowser> = {
    "a stranger": new TestBrowser(slug),
    "who was sent the address": addressed,
    "who gave the password": told,
    "the main client by a mailed link": main.browser,
    "a guest by a mailed link": (await named("guest")).browser,
    "a buyer by a mailed link": (await named("buyer")).browser,
    "the main client, signed in": await withCookie(await clientCookie(studio, main.clientId)),
    "who says they are the main client": await withCookie(`${VISITOR_COOKIE}=${claims.secret}`),
    "a main client who was made a guest": demoted.browser,
    "a main client who was revoked": revoked.browser,
    "who was in before": before,
  };
  return (Object.keys(browsers) as Who[])
    .filter((who) => standings[who][visibility] !== null)
    .map((who) => ({ who, browser: browsers[who], key: who === "a stranger" ? gallery.slug : key }));
}

/** Has everybody who came in come in anew: by another password, or because the gallery was taken back meanwhile. */
async function letNobodyStay(studio: Studio, { id, visibility }: Gallery): Promise<void> {
  if (visibility === "password") {
    const changed = await changeGallery(studio, id, { password: NEW_PASSWORD });
    if (!changed.ok) throw new Error(changed.refusal);
    return;
  }
  await unpublishGallery(studio, id);
  await publishGallery(studio, id);
}

async function clientCookie(studio: Studio, clientId: string): Promise<string> {
  const { id, insert } = await accountLinks.newLink(studio, "client-sign-in", clientId);
  await insert;
  const token = (await accountLinks.linkToMail(studio, id))?.token ?? "";
  const entered = await enterAsClient(studio, { token, network: "192.0.2.1" });
  if (!entered.ok) throw new Error("the client was not let in");
  return `${CLIENT_COOKIE}=${entered.value.secret}`;
}
