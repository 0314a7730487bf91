import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { databaseOver } from "~/db/remote-database";
import { runStatements } from "~/db/statements";
import { sealAudit } from "~/events/audit-chain";
import { Directory } from "~/tenancy/directory";
import { main } from "../admin";
import { openPlatform } from "./open-platform";

let stateDir: string;
let said: string[];
let complained: string[];

beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), "safelight-audit-"));
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

/** Works on the databases on disk as somebody would who holds the files. */
async function byHand(work: (studio: D1Database, directory: Directory, id: string) => Promise<unknown>) {
  const platform = await openPlatform("local", { mayBeNew: false });
  try {
    const directory = new Directory(platform.directory);
    const entry = await directory.bySlug("north");
    const studio = entry && platform.studioDatabase(entry.dbRef);
    if (!studio) throw new Error("the studio is not there");
    await work(studio, directory, entry.id);
  } finally {
    await platform.close();
  }
}

const verify = () => main(["audit", "verify", "north"]);

test("a sound log on disk is told so, and a row that was changed by hand is found", async () => {
  await main(["pool", "fill"]);
  await main([
    "studio",
    "create",
    "north",
    "--name",
    "North",
    "--owner-name",
    "N",
    "--owner-email",
    "n@n.test",
  ]);
  expect(await verify()).toBe(0);
  expect(said.pop()).toBe("0 rows are sound; 1 more wait for their seals.");

  await byHand(async (d1, directory, id) => {
    const add = d1.prepare(
      "INSERT INTO audit_log (at, actor_kind, action, subject_id, details) VALUES (1, 'system', 'gallery.published', 'gal_1', '{}')",
    );
    await d1.batch([add, add, add]);
    await sealAudit({
      db: databaseOver((statements) => runStatements(d1, statements)),
      anchorAudit: (head) => directory.anchorAudit(id, head),
    });
  });
  expect(await main(["audit", "verify", "north", "--json"])).toBe(0);
  expect(JSON.parse(said.pop() ?? "")).toEqual({ slug: "north", rows: 4, unsealed: 0 });

  await byHand(async (d1) => {
    await d1.batch([
      d1.prepare("DROP TRIGGER audit_log_unchanged"),
      d1.prepare("UPDATE audit_log SET subject_id = 'gal_2' WHERE seq = 3"),
    ]);
  });
  expect(await verify()).toBe(1);
  expect(complained.pop()).toBe("Row 3 or its seal was changed. 2 rows before it are sound.");
  expect(await main(["audit", "verify", "north", "--json"])).toBe(1);
  expect(JSON.parse(complained.pop() ?? "")).toMatchObject({ error: { type: "tampered" } });

  expect(await main(["audit", "verify", "south"])).toBe(1);
  expect(complained.pop()).toBe("There is no studio south.");
});
