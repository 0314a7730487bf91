import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import { remixFuture } from "./app/remix-future";

declare module "@remix-run/cloudflare" {
  interface Future {
    v3_singleFetch: true;
  }
}

/** Makes the whole app Worker one bundle, in which everything of app/ exists once. Comes after Remix's own input. */
const appWorkerEntry: Plugin = {
  name: "app-worker-entry",
  enforce: "post",
  config: (_config, { isSsrBuild }) =>
    isSsrBuild
      ? {
          build: {
            rollupOptions: {
              input: "./workers/app/index.ts",
              external: [/^node:/, /^cloudflare:/],
              output: { entryFileNames: "index.js", inlineDynamicImports: true },
            },
          },
        }
      : // A page would ask for dozens of files of a few lines each; what is small joins what it comes with.
        { build: { rollupOptions: { output: { experimentalMinChunkSize: 8_000 } } } },
};

export default defineConfig({
  plugins: [
    tailwindcss(),
    remix({
      ignoredRouteFiles: ["**/*"],
      future: remixFuture,
    }),
    appWorkerEntry,
    tsconfigPaths(),
  ],
  ssr: {
    target: "webworker",
    noExternal: true,
    resolve: { conditions: ["workerd", "worker", "browser"], externalConditions: ["workerd", "worker"] },
  },
  resolve: { mainFields: ["browser", "module", "main"] },
  // A rebuild beside a running server must not take its files away first.
  build: { minify: true, emptyOutDir: false },
});
