import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Miniflare } from "miniflare";
import { build } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";

/** Starts the Worker that serves archives of made-up files; `port` answers /COUNT/SIZE. */
export async function startSyntheticServer(): Promise<{ port: number; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "safelight-synthetic-"));
  await build({
    configFile: false,
    logLevel: "error",
    plugins: [tsconfigPaths()],
    ssr: { target: "webworker", noExternal: true },
    build: {
      ssr: "app/test/archive/synthetic-worker.ts",
      outDir: folder,
      emptyOutDir: true,
      rollupOptions: { external: [/^node:/], output: { entryFileNames: "index.js" } },
    },
  });
  const miniflare = new Miniflare({
    modules: [{ type: "ESModule", path: join(folder, "index.js") }],
    modulesRoot: folder,
    compatibilityDate: "2026-04-26",
    compatibilityFlags: ["nodejs_compat"],
    host: "127.0.0.1",
    port: 0,
  });
  const { port } = await miniflare.ready;
  return {
    port: Number(port),
    async stop() {
      await miniflare.dispose();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
