import type { Dice } from "../hostile/dice";
import { cases } from "../isolation/cases";
import { changeThePath, changeTheQuery, type Trick } from "./address-tricks";
import { changeTheBytes, changeTheContent, mayCarry } from "./content-tricks";
import { type Draft, draftOf, type Shot, shotOf, soundOf } from "./draft";
import { changeAHeader, changeTheMethod, forgeACookie } from "./header-tricks";
import { bodies, queries } from "./schemas";
import { moreSeeds } from "./seeds";
import { type Fields, fieldsOf } from "./shapes";
import { type Sender, senders, type World } from "./world";

/** The platform's own host. */
const PLATFORM = "localhost:8787";

const routes = Object.keys(cases);

const bodyFields = fieldsByRoute(bodies);
const queryFields = fieldsByRoute(queries);
const none: Fields = new Map();

function fieldsByRoute(schemas: typeof bodies): ReadonlyMap<string, Fields> {
  return new Map(Object.entries(schemas).map(([route, schema]) => [route, fieldsOf(schema)]));
}

/** Routes that the platform's own host answers as well, or it alone. */
const ofPlatform = /^\w+ \/(start.*|too-many|robots\.txt|webhooks\/.*|\*)?$/;

type Side = "path" | "query" | "header" | "cookie" | "method" | "content" | "bytes";

/** How often each side of a request is turned against us, in shares. */
const shares: Record<Side, number> = {
  path: 14,
  query: 10,
  header: 16,
  cookie: 3,
  method: 6,
  content: 42,
  bytes: 9,
};

const sides = Object.entries(shares).flatMap(([side, share]) => Array<Side>(share).fill(side as Side));

/** How many tricks are played on a request; none leaves it sound. */
const TRICKS = [0, 1, 1, 1, 1, 2, 2, 3];

/** Makes one request of a world: a sound one of some route, and what is done to it. */
export async function aShot(world: World, dice: Dice): Promise<Shot> {
  const draft = await aSoundDraft(world, dice);
  draft.headers.set("cf-connecting-ip", aNetwork(dice));
  for (let left = dice.pick(TRICKS); left > 0; left -= 1) playOne(draft, dice);
  return shotOf(draft);
}

async function aSoundDraft(world: World, dice: Dice): Promise<Draft> {
  const route = dice.pick(routes);
  const sender = aSender(route, dice);
  const { here, there } = world;
  const onPlatform = ofPlatform.test(route) && dice.below(3) > 0;
  const host = onPlatform ? PLATFORM : `${here.host}.localhost:8787`;
  const seeds = moreSeeds[route];
  if (seeds && dice.below(3) > 0)
    return draftOf(route, await dice.pick(seeds)(here.things, dice), sender, host);
  const things = dice.oneIn(12) ? there.inhabited.things : here.things;
  const asked = dice.pick(cases[route]?.ask(things, here.things) ?? []);
  return draftOf(route, soundOf(asked), sender, host);
}

/** Mostly somebody who may: behind refusals there is little to find. */
function aSender(route: string, dice: Dice): Sender {
  if (dice.oneIn(3)) return dice.pick(senders);
  if (route.includes("/api/")) return dice.pick(["token of an owner", "key of an owner"] as const);
  if (/ \/client/.test(route)) return dice.pick(["client", "stranger"] as const);
  if (/ \/sign-in\/code/.test(route)) return "between password and code";
  return dice.pick(["owner", "owner", "admin", "photographer"] as const);
}

function aNetwork(dice: Dice): string {
  return `198.18.${dice.below(256)}.${dice.below(256)}`;
}

function playOne(draft: Draft, dice: Dice): void {
  const fields = bodyFields.get(draft.route) ?? none;
  const side = dice.pick(sides);
  const carries = mayCarry(draft);
  const ofQuery: Trick = (each, die) => changeTheQuery(each, die, queryFields.get(each.route) ?? none);
  const plays: Record<Side, Trick> = {
    path: changeThePath,
    query: ofQuery,
    header: changeAHeader,
    cookie: forgeACookie,
    method: changeTheMethod,
    // What carries nothing is asked about differently instead.
    content: carries ? changeTheContent : ofQuery,
    bytes: carries ? changeTheBytes : changeThePath,
  };
  plays[side](draft, dice, fields);
}
