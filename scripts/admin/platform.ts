import { Refusal } from "./refusal";
import type { Outside } from "./workers-env";

/** The databases of a whole installation, and where its studios are met. */
export interface Platform {
  directory: D1Database;
  /** A studio's database by the name of its binding; undefined when the configuration has none of that name. */
  studioDatabase(dbRef: string): D1Database | undefined;
  /** The studio databases that workers/pool.json names, in its order. */
  listed: readonly string[];
  /** What to do when there are too few databases. */
  howToGrow: string;
  studioAddress(slug: string): string;
  /** What studios are opened with beside their databases. Throws a Refusal where that is not to be had. */
  outside(): Promise<Outside>;
  close(): Promise<void>;
}

/** There is no installation where one was looked for. */
export function nothingThere(where = "this directory database"): Refusal {
  return new Refusal(
    "not_set_up",
    `Nothing has been set up in ${where} yet. Run npm start once, or npm run admin -- pool fill`,
  );
}
