import { appendFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import { createStudio, setStudioStatus, withHashedPassword } from "~/features/signup/index.server";
import { Directory } from "~/tenancy/directory";
import { studioBinding } from "~/tenancy/env";
import { verifyAuditOf } from "~/wiring/verify-audit";
import { build } from "../../../scripts/build";
import { rootOrigin, startCluster } from "../../../scripts/local/cluster";
import { appBindings, prepareDatabases } from "../../../scripts/local/prepare";
import { demoStudios } from "../demo/demo-studios";

/** Studios that one run can make. */
const DATABASES = 24;
/** What is kept of a run that failed, to be looked at: pictures of pages, and what the Workers logged. */
export const FAILURES = join(tmpdir(), "safelight-e2e-failures");
const LOG = join(FAILURES, "workers.log");
const CRON = "*/5 * * * *";
const PASSWORD = "Correct-horse-7";

/** The whole product, running as `npm start` runs it, on a port and a state folder of its own. */
export type Product = Awaited<ReturnType<typeof startProduct>>;

export interface Studio {
  slug: string;
  name: string;
  owner: { email: string; password: string };
  /** The address of one of its pages. */
  at(path: string): string;
}

export interface Mail {
  to: string;
  subject: string;
  html: string;
  text: string;
}

/** Builds what has changed, and starts all Workers in this process's care until they are disposed of. */
export async function startProduct() {
  await build();
  const port = await freePort();
  const stateDir = await mkdtemp(join(tmpdir(), "safelight-e2e-"));
  const errors: string[] = [];
  const onLog = (line: string) => {
    appendFileSync(LOG, `${line}\n`);
    if (isError(line)) errors.push(line);
  };
  await mkdir(FAILURES, { recursive: true });
  await writeFile(LOG, "");
  const cluster = await startCluster({ port, stateDir, onLog });
  const dispose = async () => {
    await cluster.dispose();
    await rm(stateDir, { recursive: true, force: true });
  };
  try {
    const env = await appBindings(cluster);
    await prepareDatabases(env, DATABASES);
    const { protocol, host } = new URL(rootOrigin(port));
    const platform = {
      directory: new Directory(env.DIRECTORY),
      studioDatabase: (ref: string) => studioBinding(env, ref),
    };
    const at = (name: string, path = "/") => `${protocol}//${name ? `${name}.` : ""}${host}${path}`;
    return {
      /** The address of a page on a subdomain, or on the platform's own host with "". */
      at,

      /** A new studio with an owner, whose currency and zone are those of a demo studio. */
      async createStudio(like: "aurora" | "borealis", slug: string): Promise<Studio> {
        const demo = demoStudios.find(({ studio }) => studio.slug === like);
        if (!demo) throw new Error(`there is no demo studio ${like}`);
        const owner = { email: `owner@${slug}.test`, name: "Test Owner", password: PASSWORD };
        const made = await createStudio(
          { ...platform, directory: env.DIRECTORY },
          await withHashedPassword({
            ...demo.studio,
            slug,
            owner,
            providerAccount: `acct_${slug.replaceAll("-", "")}`,
          }),
        );
        if (!made.ok) throw new Error(`the studio ${slug} was refused: ${made.refusal}`);
        return { slug, name: demo.studio.name, owner, at: (path) => at(slug, path) };
      },

      setStatus: (slug: string, status: "active" | "suspended") =>
        setStudioStatus(platform.directory, slug, status),

      /** Asks the app without a browser; Node does not resolve *.localhost, so the network is left out. */
      ask: (url: string, init: { method?: string; headers?: Record<string, string>; body?: BodyInit } = {}) =>
        cluster.dispatchFetch(url, { redirect: "manual", ...init } as never) as unknown as Promise<Response>,

      /** Lets the Workers' cron fire once. */
      async tick(): Promise<void> {
        await (await cluster.getWorker("safelight-app")).scheduled({ cron: CRON });
      },

      /** Sets the time in which the product lives, in milliseconds ahead of the present. */
      async setClock(aheadMs: number): Promise<void> {
        const url = at("sandbox", "/_sandbox/clock");
        const body = JSON.stringify({ offsetMs: aheadMs });
        const headers = { "content-type": "application/json" };
        const response = await cluster.dispatchFetch(url, { method: "POST", headers, body });
        if (!response.ok) throw new Error(`the clock was not set: ${await response.text()}`);
      },

      /** The mails to exactly this address, newest first, once there are so many. */
      async mails(to: string, count: number): Promise<Mail[]> {
        const url = at("sandbox", `/_sandbox/mail?to=${encodeURIComponent(to)}`);
        return vi.waitFor(
          async () => {
            const mails = (await (await cluster.dispatchFetch(url)).json()) as Mail[];
            if (mails.length < count) throw new Error(`${mails.length} of ${count} mails to ${to} have come`);
            return mails;
          },
          { timeout: 30_000, interval: 200 },
        );
      },

      /** Compares a studio's audit log with its seals. */
      verifyAudit: (slug: string) => verifyAuditOf(platform, slug),

      /** Changes a studio's database as somebody would who holds it. */
      async byHand(slug: string, statements: string[]): Promise<void> {
        const entry = await platform.directory.bySlug(slug);
        const database = entry && platform.studioDatabase(entry.dbRef);
        if (!database) throw new Error(`there is no studio ${slug}`);
        await database.batch(statements.map((statement) => database.prepare(statement)));
      },

      /** What the Workers have logged as errors since this was last asked. */
      takeErrors: () => errors.splice(0),

      dispose,
    };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** Structured lines of the level "error", and whatever else than structured lines the runtime says. */
function isError(line: string): boolean {
  return /"level":"error"/.test(line) || !line.startsWith("{");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
