import fc from "fast-check";
import { cases } from "./cases";
import { missingThings, type Things } from "./things";

/** What the one studio holds, what it came by of the other, or nothing. */
const holdings = [
  "nothing",
  "our owner's browser",
  "our client's browser",
  "our token",
  "our key",
  "their owner's cookie",
  "their token",
  "both cookies",
  "a made-up token",
] as const;
export type Holding = (typeof holdings)[number];

/** Which host is asked. */
const hosts = ["ours", "theirs", "the platform's", "theirs below ours", "ours below theirs"] as const;
export type Host = (typeof hosts)[number];

/** Headers that name the other studio, or that caches and streams go by. */
const tricks = [
  "X-Forwarded-Host",
  "Forwarded",
  "X-Original-URL",
  "X-HTTP-Method-Override",
  "Origin",
  "Referer",
  "If-None-Match",
  "Range",
  "Accept",
  "CF-Connecting-IP",
] as const;
export type Trick = (typeof tricks)[number];

/** What is added to the query of the address. */
const queries = ["", "cursor", "about", "person", "buyerToken", "session", "_data"] as const;
export type Query = (typeof queries)[number];

/** The names of all things that requests are about. */
const thingNames = Object.keys(missingThings) as (keyof Things)[];

/** A request of a route, with things of both studios in it. */
export interface Ask {
  do: "ask";
  route: string;
  nth: number;
  at: Host;
  as: Holding;
  /** The things of it that are the other studio's; all else is our own. */
  theirs: (keyof Things)[];
  /** Whether that which is the asker's own in the request is the other's as well. */
  ownIsTheirs: boolean;
  tricks: Trick[];
  query: Query;
  /** Asked for as JavaScript asks for a page. */
  asData: boolean;
}

/** Everything one studio can bring about that might reach another. */
export type Step =
  | Ask
  /** The other studio looks at a page, and then we do: whatever remembers answers could remember theirs. */
  | { do: "both look"; page: number }
  /** A message points at a row of the wrong studio, or at none. */
  | {
      do: "deliver";
      studio: "ours" | "theirs" | "nobody's";
      row: "ours" | "theirs" | "nobody's";
      nth: number;
    }
  /** A row of ours has work to be done that is about the other's things. */
  | { do: "work"; job: number }
  /** The payment provider tells something about our account and the other's payment. */
  | { do: "notice"; type: "completed" | "expired" | "async_payment_failed" }
  | { do: "sweep" };

/** Mostly what gets somewhere: who holds nothing that is good, or names another site, is turned away at the door. */
const usually = <Value>(value: Value, others: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc.oneof(
    { withCrossShrink: true },
    { arbitrary: fc.constant(value), weight: 3 },
    { arbitrary: others, weight: 2 },
  );

/** Those that write objects, which few requests reach by chance. */
const uploads = Object.keys(cases).filter((route) => /^POST .*\/photos$/.test(route));

const ask: fc.Arbitrary<Step> = fc.record({
  do: fc.constant("ask" as const),
  route: fc.oneof(
    { arbitrary: fc.constantFrom(...Object.keys(cases)), weight: 7 },
    { arbitrary: fc.constantFrom(...uploads), weight: 1 },
  ),
  nth: fc.nat(5),
  at: usually<Host>("ours", fc.constantFrom(...hosts)),
  as: usually<Holding>("our owner's browser", fc.constantFrom(...holdings)),
  theirs: usually<(keyof Things)[]>([], fc.oneof(fc.constant(thingNames), fc.subarray(thingNames))),
  ownIsTheirs: fc.boolean(),
  tricks: usually<Trick[]>([], fc.subarray([...tricks])),
  query: usually<Query>("", fc.constantFrom(...queries)),
  asData: fc.boolean(),
});

const whose = fc.constantFrom("ours" as const, "theirs" as const, "nobody's" as const);

const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: ask, weight: 12 },
  { arbitrary: fc.record({ do: fc.constant("both look" as const), page: fc.nat(20) }), weight: 2 },
  {
    arbitrary: fc
      .record({ do: fc.constant("deliver" as const), studio: whose, row: whose, nth: fc.nat(20) })
      .filter(({ studio, row }) => studio !== "theirs" || row !== "theirs"),
    weight: 2,
  },
  { arbitrary: fc.record({ do: fc.constant("work" as const), job: fc.nat(20) }), weight: 2 },
  {
    arbitrary: fc.record({
      do: fc.constant("notice" as const),
      type: fc.constantFrom("completed" as const, "expired" as const, "async_payment_failed" as const),
    }),
    weight: 1,
  },
  { arbitrary: fc.constant({ do: "sweep" as const }), weight: 1 },
);

/** Sequences of such steps; a failing one shrinks to the steps and the parts of them that it takes. */
export const sequences: fc.Arbitrary<Step[]> = fc.array(step, { maxLength: 12, size: "max" });
