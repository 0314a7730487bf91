import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { main } from "../admin";
import { openPlatform } from "./open-platform";

let stateDir: string;
let said: string[];
let complained: string[];

beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), "safelight-reconcile-"));
  vi.stubEnv("STATE_DIR", stateDir);
  said = [];
  complained = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
  vi.spyOn(console, "error").mockImplementation((line: string) => void complained.push(line));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await rm(stateDir, { recursive: true, force: true });
});

/** A pool of databases is filled first, which is slow where many work at once. */
const FILLING_A_POOL = 300_000;

const NOVEMBER = Date.UTC(2026, 10, 12);

/** An order that says it was paid, in a studio whose account at the provider knows nothing of it. */
async function anOrderOutOfNothing(): Promise<void> {
  const platform = await openPlatform("local", { mayBeNew: false });
  try {
    const studio = platform.studioDatabase("STUDIO_0001");
    if (!studio) throw new Error("the studio is not there");
    await platform.directory.prepare("UPDATE studios SET provider_account = 'acct_north'").run();
    await studio.batch([
      studio.prepare("INSERT INTO clients (id, email, created_at) VALUES ('cli_1', 'anna@example.com', 1)"),
      studio.prepare(
        `INSERT INTO galleries (id, name, slug, status, share_key, visibility, created_at) VALUES ('gal_1', 'Harbour', 'harbour', 'published', 'harbour', 'unlisted', 1)`,
      ),
      studio
        .prepare(
          `INSERT INTO orders (id, gallery_id, client_id, email, status, currency, total_amount, shipping_amount, paid_amount,
            buyer_token_hash, pay_until, created_at, fulfilled_at)
          VALUES ('ord_1', 'gal_1', 'cli_1', 'anna@example.com', 'fulfilled', 'EUR', 1190, 1190, 1190, '', 1, ?1, ?1)`,
        )
        .bind(NOVEMBER),
    ]);
  } finally {
    await platform.close();
  }
}

const create = [
  "studio",
  "create",
  "north",
  "--name",
  "North",
  "--owner-name",
  "N",
  "--owner-email",
  "n@n.test",
];

test(
  "a studio's books are compared from the command line, and mended where that is asked for",
  async () => {
    await main(["pool", "fill"]);
    await main(create);
    expect(await main(["reconcile", "north", "--month", "2026-11"])).toBe(0);
    expect(said.pop()).toMatch(/^2026-11: 0 orders, .* compared\.\nEverything agrees\.$/);

    await anOrderOutOfNothing();
    const november = ["reconcile", "north", "--month", "2026-11", "--json"];
    const kindsAfter = async (args: string[]) => {
      expect(await main(args)).toBe(0);
      const { differences, mended } = JSON.parse(said.pop() ?? "") as Record<string, { kind: string }[]>;
      return [differences, mended].map((found) => found?.map(({ kind }) => kind));
    };
    expect(await kindsAfter(november)).toEqual([["payment_missing", "entry_missing"], []]);
    expect(await kindsAfter([...november, "--mend"])).toEqual([["payment_missing"], ["entry_missing"]]);
    expect(await kindsAfter([...november, "--mend"])).toEqual([["payment_missing"], []]);
    expect(await main(["reconcile", "north", "--month", "2026-11"])).toBe(0);
    expect(said.pop()).toMatch(/payment_missing +ord_1 +ord_1 +€11\.90 +- +by hand/);
    expect(await main(["reconcile", "north", "--month", "2026-10", "--json"])).toBe(0);
    expect(JSON.parse(said.pop() ?? "")).toMatchObject({ checked: { orders: 0 }, differences: [] });

    expect(await main(["reconcile", "south"])).toBe(1);
    expect(complained.pop()).toBe("There is no studio south that can be opened.");
    expect(await main(["reconcile", "south", "--month", "2026-13"])).toBe(2);
    expect(complained.pop()).toBe("--month: Name a month such as 2026-11.");
  },
  FILLING_A_POOL,
);
