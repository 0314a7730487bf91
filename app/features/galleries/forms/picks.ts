import { z } from "zod";
import { type PicksFilter, picksMatches, picksWhats, type Separator, separators } from "../model/picks";

const some = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/** Which photos are meant, as fields of a form. */
const filterFields = {
  lists: z.preprocess(some, z.array(z.string().max(60)).max(500)),
  match: z.enum(picksMatches).default("any"),
  what: z.enum(picksWhats).default("taken"),
};

/** What the studio's page of favourites can be asked to do. */
export const picksForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("reopen"), list: z.string("Choose a list.").max(60) }),
  z.object({
    intent: z.literal("section"),
    name: z
      .string("Give the section a name.")
      .trim()
      .min(1, "Give the section a name.")
      .max(120, "A name has at most 120 characters."),
    ...filterFields,
  }),
]);

/** A file of what was chosen. */
export const picksFileForm = z.object({
  format: z.enum(["csv", "xmp"], "Choose a format."),
  ...filterFields,
});

/** What the page shows, read from its address: what is none of ours is left out. */
export function picksView(query: URLSearchParams): {
  filter: PicksFilter;
  separator: Separator;
  extension: boolean;
  offset: number;
} {
  const one = <Value extends string>(name: string, values: readonly Value[], otherwise: Value) =>
    values.find((value) => value === query.get(name)) ?? otherwise;
  return {
    filter: {
      lists: query.getAll("lists").slice(0, 500),
      match: one("match", picksMatches, "any"),
      what: one("what", picksWhats, "taken"),
    },
    separator: one("separator", Object.keys(separators) as Separator[], "comma"),
    extension: query.get("extension") !== "without",
    offset: Math.min(Number(/^\d{1,6}$/.exec(query.get("from") ?? "")?.[0] ?? 0), 100_000),
  };
}
