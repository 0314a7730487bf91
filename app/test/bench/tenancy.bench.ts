import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Miniflare } from "miniflare";
import { migrateStudio, STUDIO_SCHEMA_VERSION } from "~/db/migrate";
import { studioMigrations } from "~/db/migrations.generated";
import { openLocalPlatform } from "../../../scripts/admin/local-platform";
import type { Platform } from "../../../scripts/admin/platform";
import { build } from "../../../scripts/build";
import { Client } from "./asked-over-http";
import { counted } from "./counted-d1";
import { type Figure, milliseconds, pairs } from "./figure";
import { type Installation, install } from "./many-databases";

export const about =
  "Who is meant and who asks, against a bare Worker; starts and requests with 2 to 1,000 databases; migrating 300.";

const RUNS = 60;
const STARTS = 3;
const SIZES = [300, 1000];
const STUDIOS = 300;

const BARE_WORKER = `export default { fetch: () => Response.json({ data: null }) };`;

/** A path below /api that no handler has: what is left is finding the studio and who asks. */
const NOTHING = "/api/v1/nothing";
/** A path whose handler asks for a right that the viewer does not have, and does nothing before. */
const CLOSED = "/api/v1/members";

export async function* bench(): AsyncGenerator<Figure> {
  await build();
  const client = new Client();
  const small = await install(2);
  try {
    yield* entering(client, small);
    for (const size of SIZES) yield* withMoreDatabases(client, small, size);
  } finally {
    client.close();
    await small.remove();
  }
  yield* migrating();
}

/** Tenant resolution plus access check, told from what any Worker costs. */
async function* entering(client: Client, { port, host, otherHost, viewer }: Installation) {
  const bare = new Miniflare({ modules: true, script: BARE_WORKER, port: 0 });
  try {
    const barePort = Number((await bare.ready).port);
    const credentials = await credentialsOf(client, { port, host, viewer });
    const yardstick = () => client.ask({ port: barePort, host: "localhost", path: "/" });
    const cases = [
      { name: "no studio has this host", host: otherHost, path: NOTHING, status: 404, headers: {} },
      { name: "a studio, a stranger", host, path: CLOSED, status: 401, headers: {} },
      { name: "a studio, a bearer token", host, path: CLOSED, status: 403, headers: credentials.token },
      { name: "a studio, a signed-in browser", host, path: CLOSED, status: 403, headers: credentials.cookie },
    ];
    for (const { name, headers, ...asked } of cases) {
      const ours = networks((network) =>
        client.ask({ port, ...asked }, { headers: { ...headers, ...network } }),
      );
      for (let i = 0; i < 10; i += 1) await Promise.all([ours(), yardstick()]);
      const { a, b, ratio } = await pairs(
        RUNS,
        () => milliseconds(ours),
        () => milliseconds(yardstick),
      );
      const figure = { bench: "tenancy", case: name, unit: "ms" };
      yield { ...figure, metric: "response", value: a, yardstick: "bare Worker", ratio };
      yield { ...figure, metric: "response of bare Worker", value: b, yardstick: null, ratio: null };
    }
  } finally {
    await bare.dispose();
  }
}

/** Each call from another network: so many from one would be too many. */
function networks<Answer>(ask: (headers: Record<string, string>) => Promise<Answer>): () => Promise<Answer> {
  let calls = 0;
  return () => {
    calls += 1;
    return ask({ "cf-connecting-ip": `198.18.${calls >> 8}.${calls & 255}` });
  };
}

async function credentialsOf(
  client: Client,
  { port, host, viewer }: Pick<Installation, "port" | "host" | "viewer">,
) {
  const issued = await client.ask(
    { port, host, path: "/api/v1/tokens", status: 201 },
    { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(viewer) },
  );
  const { accessToken } = (JSON.parse(issued.text) as { data: { accessToken: string } }).data;
  const form = { origin: `http://${host}`, "content-type": "application/x-www-form-urlencoded" };
  const signedIn = await client.ask(
    { port, host, path: "/sign-in", status: 303 },
    { method: "POST", headers: form, body: new URLSearchParams(viewer).toString() },
  );
  const [cookie = ""] = signedIn.headers["set-cookie"] ?? [];
  return {
    token: { authorization: `Bearer ${accessToken}` },
    cookie: { cookie: cookie.split(";")[0] ?? "" },
  };
}

/** What more bindings cost: from nothing to the first answer, and in each request. */
async function* withMoreDatabases(client: Client, small: Installation, size: number): AsyncGenerator<Figure> {
  const large = await install(size);
  const figure = { bench: "tenancy", case: `${size.toLocaleString("en")} databases`, unit: "ms" };
  const yardstick = "2 databases";
  try {
    const ask = ({ port, host }: Installation) =>
      networks((headers) => client.ask({ port, host, path: CLOSED, status: 401 }, { headers }));
    const [ofLarge, ofSmall] = [ask(large), ask(small)];
    for (let i = 0; i < 10; i += 1) await Promise.all([ofLarge(), ofSmall()]);
    const asked = await pairs(
      RUNS,
      () => milliseconds(ofLarge),
      () => milliseconds(ofSmall),
    );
    yield { ...figure, metric: "response", value: asked.a, yardstick, ratio: asked.ratio };
    await Promise.all([large.stop(), small.stop()]);
    const started = async (installation: Installation, first: () => Promise<unknown>) => {
      const spent = await milliseconds(() => installation.start().then(first));
      await installation.stop();
      return spent;
    };
    const starts = await pairs(
      STARTS,
      () => started(large, ofLarge),
      () => started(small, ofSmall),
    );
    yield { ...figure, metric: "start", value: starts.a, yardstick, ratio: starts.ratio };
    yield { ...figure, metric: "start with 2", value: starts.b, yardstick: null, ratio: null };
    await small.start();
  } finally {
    await large.remove();
  }
}

/** `npm run admin` and every start bring each database to the release with this, one after the other. */
async function* migrating(): AsyncGenerator<Figure> {
  const stateDir = await mkdtemp(join(tmpdir(), "safelight-bench-"));
  const before = process.env.STATE_DIR;
  process.env.STATE_DIR = stateDir;
  const platform = await openLocalPlatform({ studios: STUDIOS }, { mayBeNew: true });
  try {
    const databases = databasesOf(platform);
    const toOneBefore = await milliseconds(async () => {
      for (const d1 of databases) await makeOneBehind(d1);
    });
    const one = await measured(databases, 1);
    const none = await measured(databases, 0);
    const figure = { bench: "tenancy", case: `${STUDIOS} studios` };
    const compared = { yardstick: "nothing to do", ratio: one.ms / none.ms };
    yield {
      ...figure,
      metric: `${STUDIO_SCHEMA_VERSION - 1} migrations, new`,
      value: toOneBefore,
      unit: "ms",
      yardstick: null,
      ratio: null,
    };
    yield { ...figure, metric: "newest migration", value: one.ms, unit: "ms", ...compared };
    yield { ...figure, metric: "nothing to do", value: none.ms, unit: "ms", yardstick: null, ratio: null };
    for (const [name, { rowsRead, hops }] of Object.entries({
      "newest migration": one,
      "nothing to do": none,
    })) {
      yield {
        ...figure,
        metric: `${name}: read`,
        value: rowsRead,
        unit: "rows",
        yardstick: null,
        ratio: null,
      };
      yield { ...figure, metric: `${name}: asked`, value: hops, unit: "hops", yardstick: null, ratio: null };
    }
  } finally {
    await platform.close();
    if (before === undefined) delete process.env.STATE_DIR;
    else process.env.STATE_DIR = before;
    await rm(stateDir, { recursive: true, force: true });
  }
}

function databasesOf({ listed, studioDatabase }: Platform): D1Database[] {
  return listed.flatMap((ref) => studioDatabase(ref) ?? []);
}

/** A database with every migration but the newest. */
async function makeOneBehind(d1: D1Database): Promise<void> {
  const note = "INSERT INTO applied_migrations (name, applied_at) VALUES (?, ?)";
  await d1.batch([
    d1.prepare("CREATE TABLE applied_migrations (name TEXT PRIMARY KEY, applied_at INTEGER NOT NULL)"),
    ...studioMigrations
      .slice(0, -1)
      .flatMap(({ name, statements }) => [
        d1.prepare(note).bind(name, Date.now()),
        ...statements.map((sql) => d1.prepare(sql)),
      ]),
  ]);
}

/** Brings databases to this release, each of which misses so many migrations. */
async function measured(databases: readonly D1Database[], missing: number) {
  const watched = databases.map(counted);
  const ms = await milliseconds(async () => {
    for (const { d1 } of watched) {
      const applied = await migrateStudio(d1);
      if (applied !== missing) throw new Error(`${applied} migrations were applied, not ${missing}`);
    }
  });
  const sum = (of: "hops" | "rowsRead") => watched.reduce((total, each) => total + each[of], 0);
  return { ms, hops: sum("hops"), rowsRead: sum("rowsRead") };
}
