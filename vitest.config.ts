import { cloudflareTest } from "@cloudflare/vitest-pool-workers";
import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";
import { tinyJpeg } from "./app/features/ingest/testing/tiny-jpeg";
import { keptRequests } from "./app/test/fuzz/kept-requests";
import { localDatabaseId, studioRef } from "./scripts/pool-stanzas";

/** Databases for tests: each test borrows one, so none meets another's rows. */
const TEST_DATABASES = 32;

/** Proofs about the isolate that a Worker runs in. */
const PROVED_IN_WORKERD = ["app/test/prove/memory.prove.ts"];

/** Proofs that ask the whole app. */
const PROVED_ON_APP = ["app/test/prove/fuzz.prove.ts"];

/** What `npm run prove -- fuzz` is told: CASES, SEED, WORLD, REPLAY. Workers cannot read it themselves. */
const fuzz = {
  cases: Number(process.env.CASES ?? 100_000),
  seed: Number(process.env.SEED ?? 1),
  world: process.env.WORLD === undefined ? undefined : Number(process.env.WORLD),
  replay: process.env.REPLAY,
};

/**
 * A Stripe test account for `app/adapters/payments/stripe.test.ts`, before going live: a secret key of test mode, two
 * connected accounts that take cards, and where the API is. Without a key the suite speaks to the sandbox.
 */
const stripeTestAccount = {
  key: process.env.STRIPE_TEST_KEY,
  account: process.env.STRIPE_TEST_ACCOUNT,
  stranger: process.env.STRIPE_TEST_STRANGER,
  origin: process.env.STRIPE_TEST_ORIGIN,
};

const modulesRules = [{ type: "CompiledWasm" as const, include: ["**/*.wasm"] }];

const runtime = { compatibilityDate: "2026-04-26", compatibilityFlags: ["nodejs_compat"] };

const studioDatabases = Object.fromEntries(
  Array.from({ length: TEST_DATABASES }, (_, i) => [studioRef(i + 1), localDatabaseId(i + 1)]),
);

/** The sandbox as it runs beside the product, from its build; the app it would send webhooks to is not there. */
const sandbox = {
  ...runtime,
  name: "safelight-sandbox",
  modules: [{ type: "ESModule" as const, path: "build/sandbox/index.js" }],
  modulesRoot: "build/sandbox",
  d1Databases: { SANDBOX_DB: "test-sandbox", DIRECTORY: localDatabaseId(0) },
  bindings: {
    STRIPE_SECRET_KEY: "sk_test_sandbox",
    STRIPE_WEBHOOK_SECRET: "whsec_sandbox_connect",
    STRIPE_THIN_WEBHOOK_SECRET: "whsec_sandbox_thin",
  },
  serviceBindings: { APP: "no-app" },
};

const noApp = {
  ...runtime,
  name: "no-app",
  modules: true,
  script: "export default { fetch: () => new Response(null, { status: 503 }) };",
};

/** The files that are served beside the app: every photo of the example is the same one. */
const assets = {
  ...runtime,
  name: "assets",
  modules: true,
  script: `
    const photo = Uint8Array.from(atob("${Buffer.from(tinyJpeg()).toString("base64")}"), (c) => c.charCodeAt(0));
    export default { fetch: () => new Response(photo, { headers: { "content-type": "image/jpeg" } }) };`,
};

/** Stands where the app would be, and remembers what the sandbox sent to it. */
const recorder = {
  ...runtime,
  name: "safelight-app",
  modules: true,
  script: `
    let deliveries = [], answers = [];
    export default { async fetch(request) {
      const { pathname } = new URL(request.url);
      if (pathname === "/_recorder/deliveries") return Response.json(deliveries);
      if (pathname === "/_recorder/answers") { answers = await request.json(); return new Response(null, { status: 204 }); }
      deliveries.push({ url: request.url, signature: request.headers.get("stripe-signature"), body: await request.text() });
      return new Response(null, { status: answers.shift() ?? 200 });
    } };`,
};

/**
 * The app in workerd with everything it is bound to: D1, R2, queues, the sandbox.
 *
 * @param variables further variables of its environment
 */
function appInWorkerd(variables: Record<string, string> = {}) {
  return cloudflareTest({
    main: "./app/test/worker.ts",
    miniflare: {
      ...runtime,
      d1Databases: { DIRECTORY: localDatabaseId(0), ...studioDatabases },
      modulesRules,
      r2Buckets: ["PHOTOS"],
      queueProducers: { THUMBNAILS: "thumbnails", JOBS: "jobs" },
      serviceBindings: { SANDBOX: "safelight-sandbox", ASSETS: "assets", KEPT: keptRequests },
      images: { binding: "LOCAL_IMAGES" },
      bindings: {
        MODE: "local",
        ROOT_ORIGIN: "http://localhost:8787",
        STRIPE_SECRET_KEY: "sk_test_sandbox",
        STRIPE_WEBHOOK_SECRET: "whsec_sandbox_connect",
        STRIPE_THIN_WEBHOOK_SECRET: "whsec_sandbox_thin",
        LINK_SECRET: "test-link-secret",
        SECRETS_KEY: "test-secrets-key",
        OPERATOR_EMAIL: "operator@safelight.test",
        ...variables,
      },
      workers: [sandbox, noApp, assets],
    },
  });
}

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [tsconfigPaths()],
        test: {
          name: "unit",
          environment: "node",
          include: ["app/{codec,ui,test/archive}/**/*.test.ts", "scripts/**/*.test.ts"],
          testTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        plugins: [tsconfigPaths(), appInWorkerd()],
        test: {
          name: "workers",
          include: ["app/**/*.test.ts"],
          exclude: ["app/{codec,ui,test/archive}/**", "app/test/e2e/**"],
          setupFiles: ["./app/test/setup.ts"],
          provide: {
            sequences: Number(process.env.SEQUENCES ?? 100),
            seed: Number(process.env.SEED ?? 1),
            stripeTestAccount,
          },
          testTimeout: 60_000,
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      {
        plugins: [
          tsconfigPaths(),
          cloudflareTest({
            wrangler: { configPath: "./workers/sandbox/wrangler.toml" },
            miniflare: { workers: [recorder] },
          }),
        ],
        test: {
          name: "sandbox",
          include: ["workers/sandbox/**/*.test.ts"],
          testTimeout: 60_000,
          isolate: false,
          maxWorkers: 1,
          sequence: { groupOrder: 3 },
        },
      },
      {
        plugins: [tsconfigPaths()],
        test: {
          name: "e2e",
          environment: "node",
          include: ["app/test/e2e/**/*.test.ts"],
          isolate: false,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
          sequence: { groupOrder: 4 },
        },
      },
      {
        plugins: [tsconfigPaths()],
        test: {
          name: "prove",
          environment: "node",
          include: ["app/test/prove/**/*.prove.ts"],
          exclude: [...PROVED_IN_WORKERD, ...PROVED_ON_APP],
          testTimeout: 30 * 60_000,
          hookTimeout: 240_000,
          fileParallelism: false,
          sequence: { groupOrder: 5 },
        },
      },
      {
        plugins: [
          tsconfigPaths(),
          cloudflareTest({
            main: "./app/test/worker.ts",
            miniflare: { ...runtime, modulesRules },
          }),
        ],
        test: {
          name: "prove-in-workerd",
          include: [...PROVED_IN_WORKERD],
          testTimeout: 30 * 60_000,
          sequence: { groupOrder: 6 },
        },
      },
      {
        // React as it is in production: ten times as many pages in the same time.
        plugins: [tsconfigPaths(), appInWorkerd({ NODE_ENV: "production" })],
        esbuild: { jsxDev: false },
        test: {
          name: "prove-on-app",
          include: [...PROVED_ON_APP],
          setupFiles: ["./app/test/setup.ts"],
          provide: { fuzz },
          isolate: false,
          maxWorkers: 1,
          sequence: { groupOrder: 7 },
        },
      },
    ],
  },
});
