import { desc, eq } from "drizzle-orm";
import { type Capability, capabilities, type Role, roles } from "../../features/account/model";
import { signInSessions } from "../../features/account/schema";
import { aKey, aMember } from "../../features/account/testing";
import { assignGallery } from "../../features/galleries/commands/assign-gallery.server";
import { buyerCookie } from "../../features/storefront/buyer-token.server";
import { HOUR } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { askData } from "../ask";
import { OWNER_PASSWORD } from "../create-test-studio";
import type { Credentials } from "../isolation/ask-as";
import type { Inhabited, Things } from "../isolation/things";
import { ownerCookie } from "../pages";

/** Somebody who asks, and what is known of them without asking the code. */
export interface Asker {
  name: string;
  kind: "member" | "client" | "stranger" | "buyer";
  /** Of a member of this studio. */
  role: Role | null;
  /** What they come with. "foreign" is a bearer token of another studio, which is refused wherever it is sent. */
  by: "browser" | "token" | "key" | "foreign";
  /** What a key was given. */
  scopes: readonly Capability[];
  /** Whether the password or a code was given in this browser lately. */
  confirmed: boolean;
  credentials: Credentials;
  /** The member they are; null for others. */
  id: string | null;
}

const someone = { role: null, by: "browser", scopes: [], confirmed: false, id: null } as const;

interface TestMemberOfRole {
  id: string;
  role: Role;
  email: string;
  password: string;
}

/** A member of each role; those who see only what is assigned are put on the studio's two galleries. */
export async function membersOf({ made, things }: Inhabited): Promise<TestMemberOfRole[]> {
  const members: TestMemberOfRole[] = [];
  for (const role of roles) {
    const { id, email, password } =
      role === "owner"
        ? { id: things.self, email: things.email, password: OWNER_PASSWORD }
        : await aMember(made.studio, role);
    members.push({ id, role, email, password });
    if (role !== "photographer" && role !== "assistant") continue;
    for (const gallery of [things.gallery, things.draft]) await assignGallery(made.studio, gallery, id);
  }
  return members;
}

/** Everybody who asks for pages, and for what the door answers with bytes. */
export async function browsersOf(
  here: Inhabited,
  there: Inhabited,
  members: TestMemberOfRole[],
): Promise<Asker[]> {
  const browsers: Asker[] = [];
  const [owner] = members;
  if (!owner) throw new Error("there are no members");
  const signedIn = (member: TestMemberOfRole) => ownerCookie({ slug: here.host, owner: member });
  // Before all others, so that none of theirs is the one that is made older.
  const stale = { ...owner, cookie: await signedIn(owner) };
  await makeOlder(here.made.studio, stale.id);
  for (const member of members) {
    const credentials = { cookie: await signedIn(member) };
    const { id, role } = member;
    browsers.push({
      ...someone,
      name: `a browser of the ${role}`,
      kind: "member",
      role,
      confirmed: true,
      credentials,
      id,
    });
  }
  return [
    ...browsers,
    {
      ...someone,
      name: "a browser that the owner signed in with long ago",
      kind: "member",
      role: "owner",
      credentials: { cookie: stale.cookie },
      id: owner.id,
    },
    { ...someone, name: "a client", kind: "client", credentials: { cookie: here.clientCookie } },
    { ...someone, name: "the buyer", kind: "buyer", credentials: { cookie: cookieOfBuyer(here.things) } },
    { ...someone, name: "a stranger", kind: "stranger", credentials: {} },
    {
      ...someone,
      name: "a browser of another studio's owner and client",
      kind: "stranger",
      credentials: { cookie: `${there.cookie}; ${there.clientCookie}` },
    },
  ];
}

const cookieOfBuyer = ({ order, buyerToken }: Things) => `${buyerCookie(order)}=${buyerToken}`;

/** Those who ask the REST API besides: programs with a token of each role, and with keys. */
export async function programsOf(
  here: Inhabited,
  there: Inhabited,
  members: TestMemberOfRole[],
): Promise<Asker[]> {
  const programs: Asker[] = [
    {
      ...someone,
      name: "a token of another studio's owner",
      kind: "stranger",
      by: "foreign",
      credentials: { bearer: there.accessToken },
    },
  ];
  for (const { id, role, email, password } of members) {
    const { accessToken } = await askData<{ accessToken: string }>(here.host, "/tokens", {
      json: { email, password },
    });
    programs.push({
      ...someone,
      name: `a token of the ${role}`,
      kind: "member",
      role,
      by: "token",
      credentials: { bearer: accessToken },
      id,
    });
    programs.push(await withKey(here.made.studio, { id, role }, capabilities));
  }
  return programs;
}

/** Programs with keys of the owner: one that was given exactly this, and for each of it one with everything else. */
export async function keysAround(
  { made }: Inhabited,
  id: string,
  needed: readonly Capability[],
): Promise<Asker[]> {
  const owner = { id, role: "owner" } as const;
  const without = needed.map((one) => capabilities.filter((capability) => capability !== one));
  return Promise.all([needed, ...without].map((scopes) => withKey(made.studio, owner, scopes)));
}

async function withKey(
  studio: Studio,
  { id, role }: { id: string; role: Role },
  scopes: readonly Capability[],
): Promise<Asker> {
  const { key } = await aKey(studio, id, scopes);
  const left = capabilities.filter((each) => !scopes.includes(each));
  const told =
    left.length > 1
      ? `only ${scopes.join(" and ")}`
      : `every scope ${left.length > 0 ? `but ${left[0]}` : ""}`;
  const name = `a key of the ${role} with ${told}`;
  return { ...someone, name, kind: "member", role, by: "key", scopes, credentials: { bearer: key }, id };
}

/** The password of the newest sign-in session of a member was given an hour ago. */
async function makeOlder({ db, clock }: Studio, memberId: string): Promise<void> {
  const newest = await db
    .select({ id: signInSessions.id })
    .from(signInSessions)
    .where(eq(signInSessions.memberId, memberId))
    .orderBy(desc(signInSessions.createdAt))
    .limit(1)
    .get();
  if (!newest) throw new Error("the member is not signed in");
  await db
    .update(signInSessions)
    .set({ confirmedAt: clock.now() - HOUR })
    .where(eq(signInSessions.id, newest.id));
}
