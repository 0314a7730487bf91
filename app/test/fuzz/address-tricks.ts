import type { Dice } from "../hostile/dice";
import type { Draft } from "./draft";
import { hostileText, longText, wellFormed } from "./hostile-text";
import { type Fields, valueAtBoundary } from "./shapes";

/** Something done to a request in the making. */
export type Trick = (draft: Draft, dice: Dice, fields: Fields) => void;

function splitPath(path: string): { pathname: string; search: string } {
  const mark = path.indexOf("?");
  return mark < 0
    ? { pathname: path, search: "" }
    : { pathname: path.slice(0, mark), search: path.slice(mark) };
}

function changePath(draft: Draft, change: (pathname: string) => string): void {
  const { pathname, search } = splitPath(draft.path);
  draft.path = change(pathname) + search;
}

function changeSegment(draft: Draft, dice: Dice, change: (segment: string) => string): void {
  changePath(draft, (pathname) => {
    const segments = pathname.split("/");
    const at = 1 + dice.below(Math.max(1, segments.length - 1));
    segments[at] = change(segments[at] ?? "");
    return segments.join("/");
  });
}

/** Text as part of an address: written as it is, or percent-encoded as far as it can be. */
function inAddress(text: string, dice: Dice): string {
  return dice.oneIn(3) ? text.replace(/[?#]/g, "") : encodeURIComponent(wellFormed(text));
}

const ENDINGS = ["/", "//", ".json", ".html", ".data", ";a=b", "%00", "%20", "/.", "/..", "/index", ".php"];
const BEGINNINGS = ["/", "/.", "/%2e", "//evil.test", "/studio/..", "/api/v1/..", "/assets/..", "\\"];

const pathTricks: Record<string, Trick> = {
  "asked for as data": (draft, dice) => {
    changePath(draft, (pathname) => (pathname === "/" ? "/_root.data" : `${pathname}.data`));
    if (dice.oneIn(6)) addToQuery(draft, "_routes", dice.pick(["root", "routes/none", "", "root,root", "%"]));
  },
  "another segment": (draft, dice) =>
    changeSegment(draft, dice, () => inAddress(hostileText(dice), dice) || "%20"),
  "a longer segment": (draft, dice) =>
    changeSegment(draft, dice, (segment) => segment + longText(dice, dice.pick([60, 300, 4000]))),
  "a changed letter": (draft, dice) =>
    changeSegment(draft, dice, (segment) => {
      const at = dice.below(Math.max(1, segment.length));
      return segment.slice(0, at) + dice.pick(["%61", "A", "~", "_", "", "%C3%28"]) + segment.slice(at + 1);
    }),
  "other case": (draft) => changePath(draft, (pathname) => pathname.toUpperCase()),
  "another ending": (draft, dice) => changePath(draft, (pathname) => pathname + dice.pick(ENDINGS)),
  "another beginning": (draft, dice) => changePath(draft, (pathname) => dice.pick(BEGINNINGS) + pathname),
  "doubled slashes": (draft) => changePath(draft, (pathname) => pathname.replaceAll("/", "//")),
  "dots between": (draft, dice) =>
    changeSegment(draft, dice, (segment) => `${dice.pick([".", "%2e", "%2E%2e", "x/.."])}/${segment}`),
  "the list of routes": (draft, dice) => {
    const { pathname } = splitPath(draft.path);
    const asked = dice.pick([
      pathname,
      hostileText(dice),
      "/a".repeat(dice.below(2000)),
      `${pathname}/`.repeat(9),
    ]);
    draft.path = `/__manifest?version=${dice.oneIn(4) ? "%" : "test"}`;
    for (let i = dice.pick([1, 1, 1, 300]); i > 0; i -= 1)
      addToQuery(draft, "p", encodeURIComponent(wellFormed(asked)));
  },
};

/** Names that some part of the house reads in some query, and those of the framework. */
const QUERY_NAMES = [
  "cursor",
  "limit",
  "to",
  "token",
  "session",
  "slug",
  "photo",
  "index",
  "_data",
  "_routes",
];

function addToQuery(draft: Draft, name: string, value: string): void {
  draft.path += `${draft.path.includes("?") ? "&" : "?"}${name}=${value}`;
}

const queryTricks: Record<string, Trick> = {
  "a query": (draft, dice) =>
    addToQuery(draft, dice.pick(QUERY_NAMES), inAddress(hostileText(dice), dice).replaceAll("&", "%26")),
  "a bare query": (draft, dice) => {
    const { pathname } = splitPath(draft.path);
    draft.path = `${pathname}?${dice.pick(["", "=", "&&&", "%", "%ff=%ff", "index", "a[b][c]=1", "__proto__=1", "?"])}`;
  },
  "a doubled query": (draft) => {
    const { pathname, search } = splitPath(draft.path);
    draft.path = `${pathname}${search}${search.replace("?", "&")}`;
  },
  "many queries": (draft, dice) => {
    const many = Array.from({ length: 500 }, (_, i) => `${dice.pick(QUERY_NAMES)}=${i}`);
    draft.path = `${splitPath(draft.path).pathname}?${many.join("&")}`;
  },
};

/** Fields of the query as its schema has them, at their boundaries. */
const fittingQuery: Trick = (draft, dice, fields) => {
  const search = new URLSearchParams(splitPath(draft.path).search);
  for (const [name, shapes] of fields) {
    if (dice.oneIn(3)) continue;
    const value = dice.oneIn(2) ? valueAtBoundary(dice.pick(shapes), dice) : hostileText(dice);
    search.set(name, wellFormed(String(value)));
  }
  draft.path = `${splitPath(draft.path).pathname}?${search}`;
};

/** Changes the path of a request. */
export const changeThePath: Trick = (draft, dice, fields) => play(pathTricks, draft, dice, fields);

/** Changes the query; where a route reads one, mostly what it reads. */
export const changeTheQuery: Trick = (draft, dice, fields) => {
  if (fields.size === 0 || dice.oneIn(4)) return play(queryTricks, draft, dice, fields);
  draft.tricks.push("a query that fits, about");
  fittingQuery(draft, dice, fields);
};

/** Plays one of several tricks, and says which. */
export function play(tricks: Record<string, Trick>, draft: Draft, dice: Dice, fields: Fields): void {
  const name = dice.pick(Object.keys(tricks));
  draft.tricks.push(name);
  tricks[name]?.(draft, dice, fields);
}
