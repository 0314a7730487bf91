/** workers/pool.json: the databases that the Workers are bound to. */
export interface PoolFile {
  /** On a person's own machine: how many studio databases there are. */
  local: { studios: number };
  /** On Cloudflare: the ids that `wrangler d1 create` gave. */
  production: { directory: string; studios: { ref: string; id: string }[] };
}

const BEGIN = "# pool: begin (made by `npm run generate` from workers/pool.json)";
const END = "# pool: end";

/** The text of a wrangler file with the stanzas between its two pairs of markers made anew. */
export function poolStanzas(toml: string, pool: PoolFile): string {
  const [local, production] = [localStanzas(pool), productionStanzas(pool)];
  let section = 0;
  return toml.replace(new RegExp(`${escapeForRegExp(BEGIN)}[\\s\\S]*?${escapeForRegExp(END)}`, "g"), () =>
    [BEGIN, section++ === 0 ? local : production, END].join("\n"),
  );
}

/** The id that a local database has; 0 is the directory. */
export function localDatabaseId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

/** "STUDIO_0007". */
export function studioRef(number: number): string {
  return `STUDIO_${String(number).padStart(4, "0")}`;
}

function localStanzas(pool: PoolFile): string {
  const studios = Array.from({ length: pool.local.studios }, (_, i) => ({
    ref: studioRef(i + 1),
    id: localDatabaseId(i + 1),
  }));
  return stanzas("d1_databases", localDatabaseId(0), studios);
}

function productionStanzas(pool: PoolFile): string {
  return stanzas("env.production.d1_databases", pool.production.directory, pool.production.studios);
}

function stanzas(table: string, directoryId: string, studios: { ref: string; id: string }[]): string {
  const all = [{ ref: "DIRECTORY", id: directoryId, name: "directory" }].concat(
    studios.map(({ ref, id }) => ({ ref, id, name: ref.toLowerCase().replace("_", "-") })),
  );
  return all
    .map(
      ({ ref, id, name }) =>
        `[[${table}]]\nbinding = "${ref}"\ndatabase_name = "${name}"\ndatabase_id = "${id}"\n` +
        `migrations_dir = "${ref === "DIRECTORY" ? "migrations/directory" : "migrations/studio"}"`,
    )
    .join("\n\n");
}

function escapeForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
