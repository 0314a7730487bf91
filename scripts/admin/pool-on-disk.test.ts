import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { main } from "../admin";

/** In workers/pool.json, for this machine. */
const STUDIOS = 24;

let stateDir: string;
let said: string[];
let complained: string[];

beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), "safelight-admin-"));
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

test("the pool is filled, a studio made, suspended and resumed, and refusals end with 1", async () => {
  expect(await main(["studio", "list"])).toBe(1);
  expect(complained.pop()).toContain(stateDir);

  expect(await json("pool", "fill")).toMatchObject({ free: STUDIOS, total: STUDIOS, owned: [] });
  expect(await json("pool", "fill")).toMatchObject({ added: [], free: STUDIOS });

  const create = ["studio", "create", "north", "--name", "North", "--owner-name", "Nora"];
  const made = await json(...create, "--owner-email", "n@north.test");
  expect(made).toMatchObject({ slug: "north", dbRef: "STUDIO_0001", owner: { email: "n@north.test" } });
  expect(await main([...create, "--owner-email", "thief@north.test", "--json"])).toBe(1);
  expect(JSON.parse(complained.pop() ?? "")).toMatchObject({ error: { type: "slug_taken" } });

  expect(await json("studio", "suspend", "north")).toEqual({
    slug: "north",
    status: "suspended",
    changed: true,
  });
  expect(await json("studio", "suspend", "north")).toMatchObject({ changed: false });
  expect(await json("studio", "list")).toMatchObject([{ slug: "north", status: "suspended" }]);
  expect(await json("studio", "resume", "north")).toMatchObject({ status: "active", changed: true });
  expect(await main(["studio", "resume", "south"])).toBe(1);
  expect(complained.pop()).toBe("There is no studio south.");
  expect(await json("pool", "status")).toMatchObject({
    free: STUDIOS - 1,
    claimed: 1,
    total: STUDIOS,
    missing: [],
  });
});

test("what is not understood ends with 2, and production without its databases with 1", async () => {
  expect(await main([])).toBe(2);
  expect(await main(["studio", "destroy"])).toBe(2);
  expect(complained.pop()).toContain('There is no command "studio destroy".');
  expect(await main(["pool", "status", "--env", "production"])).toBe(1);
  expect(complained.pop()).toContain("How to go live");
});

async function json(...args: string[]): Promise<unknown> {
  expect(await main([...args, "--json"])).toBe(0);
  return JSON.parse(said.pop() ?? "");
}
