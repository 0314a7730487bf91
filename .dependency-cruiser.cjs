// Who may import whom, checked by `npm run check`:
//
//   lib <- ui, db, codec, adapters <- tenancy <- http, jobs, events <- features <- wiring <- routes.ts, root, workers
//
// $1 in a pattern is what the group in the rule's own `from.path` matched, mostly the feature's name.

const layers = {
  ui: "^app/ui/",
  db: "^app/db/",
  codec: "^app/codec/",
  adapters: "^app/adapters/",
  tenancy: "^app/tenancy/",
  services: "^app/(http|jobs|events)/",
  features: "^app/features/",
  wiring: "^app/wiring/",
  top: "^(app/(routes|root|entry\\.(client|server))\\.tsx?$|workers/|scripts/)",
};

/** What a folder offers to tests: the factories of a feature, the fixtures of codec or sandbox. */
const testing = "^(app|workers)/.*/testing(\\.tsx?$|/)";

/** Tests and what serves only them: these may cross layers and rooms to set a scene. */
const tests = ["\\.test\\.tsx?$", "^app/test/", testing];

/** What the product calls a payment provider, whichever it is. */
const PAYMENT_PORT = "^app/adapters/payments/payment-provider\\.ts$";

/** A room of feature `of`, as a file or as a folder, with or without `.server`. */
const room = (names, of = "[^/]+") => `^app/features/${of}/(${names})(\\.server)?(\\.tsx?$|/)`;

/** A rule for the product's own code: tests are left out of `from`. */
function forbid(name, comment, from, to) {
  const pathNot = [...tests, ...[from.pathNot ?? []].flat()];
  return { name, comment, severity: "error", from: { ...from, pathNot }, to };
}

const layerRules = [
  forbid(
    "lib-is-the-ground",
    "lib is pure and imports nothing of ours, so that everything can stand on it.",
    { path: "^app/lib/" },
    { path: "^(app|workers|scripts)/", pathNot: "^app/lib/" },
  ),
  forbid(
    "ui-and-db-and-codec-stand-on-lib",
    "Each of ui, db and codec knows lib only, so that none of them learns a feature word or each other's.",
    { path: "^app/(ui|db|codec)/" },
    { path: "^(app|workers|scripts)/", pathNot: ["^app/$1/", "^app/lib/"] },
  ),
  forbid(
    "adapters-know-no-product",
    "An adapter may store and decode, but knows neither studios nor features, so that it can be exchanged.",
    { path: layers.adapters },
    { path: "^(app|workers|scripts)/", pathNot: [layers.adapters, layers.db, layers.codec, "^app/lib/"] },
  ),
  forbid(
    "tenancy-is-below-features",
    "Tenancy opens a studio for everybody above it, so it may depend on none of them.",
    { path: layers.tenancy },
    { path: [layers.services, layers.features, layers.wiring, layers.top] },
  ),
  forbid(
    "services-are-below-features",
    "http, jobs and events serve every feature and must not know one; wiring hands them what they need.",
    { path: layers.services },
    { path: [layers.features, layers.wiring, layers.top] },
  ),
  forbid(
    "features-are-below-wiring",
    "Wiring collects features; a feature that imported it would import all the others.",
    { path: layers.features },
    { path: [layers.wiring, layers.top] },
  ),
  forbid(
    "wiring-is-below-the-top",
    "Routes, root and Workers are assembled from wiring, never the other way round.",
    { path: layers.wiring },
    { path: layers.top },
  ),
  {
    name: "no-cycles",
    comment: "Modules in a circle cannot be understood, tested or loaded one without the other.",
    severity: "error",
    from: {},
    to: { circular: true },
  },
];

const roomRules = [
  forbid(
    "feature-to-feature-by-the-front-door",
    "Another feature is met through index.server, model, paths or schema; the rest of it is free to change.",
    { path: "^app/features/([^/]+)/", pathNot: "^app/features/[^/]+/routes/" },
    {
      path: layers.features,
      pathNot: ["^app/features/$1/", room("index|model|paths|schema"), room("testing")],
    },
  ),
  forbid(
    "a-page-is-composed-of-front-rooms",
    "A page may show another feature's components, with the forms and words that belong to them.",
    { path: "^app/features/([^/]+)/routes/" },
    {
      path: layers.features,
      pathNot: [
        "^app/features/$1/",
        room("index|model|paths|schema|forms|components|messages"),
        room("testing"),
      ],
    },
  ),
  forbid(
    "another-schema-only-for-joins",
    "Tables of another feature are for joins and references, so only schemas and server code see them.",
    {
      path: "^app/features/([^/]+)/",
      pathNot: [room("schema|queries|commands|jobs|index"), "^app/features/[^/]+/[^/]+\\.server\\.ts$"],
    },
    { path: room("schema"), pathNot: "^app/features/$1/" },
  ),
  forbid(
    "model-is-pure",
    "Rules run in browser and Worker alike and are tested without either, so a model imports lib, models and the types of a port.",
    { path: room("model") },
    { path: "^app/", pathNot: ["^app/lib/", room("model"), PAYMENT_PORT] },
  ),
  forbid(
    "schema-is-a-leaf",
    "Tables are imported from everywhere on the server, so they import only db, lib, models and other schemas.",
    { path: room("schema") },
    { path: "^app/", pathNot: ["^app/(lib|db)/", room("model|schema")] },
  ),
  forbid(
    "paths-and-messages-are-leaves",
    "Addresses and words are needed in browser, mail and Worker, so they import only lib, models and each other.",
    { path: room("paths|messages") },
    { path: "^app/", pathNot: ["^app/lib/", room("model|paths"), "^app/features/[^/]+/messages(\\.|/)"] },
  ),
  forbid(
    "forms-are-isomorphic",
    "A form's schema checks in the browser, the action and the API, so it imports only lib, models and words.",
    { path: "^app/features/([^/]+)/forms(\\.tsx?$|/)" },
    { path: "^app/", pathNot: ["^app/lib/", room("model"), room("forms|messages", "$1")] },
  ),
  forbid(
    "mail-only-words-a-message",
    "A mail turns given data, of any type, into subject and body; reading and sending are the caller's work.",
    { path: "^app/features/([^/]+)/mail(\\.tsx?$|/)" },
    {
      path: "^app/",
      pathNot: ["^app/(lib|ui)/", room("model|paths"), room("mail|messages", "$1")],
      dependencyTypesNot: ["type-only"],
    },
  ),
  forbid(
    "queries-only-read",
    "A query that imported a command could write while a page is read.",
    { path: "^app/features/([^/]+)/queries(\\.server)?(\\.tsx?$|/)" },
    { path: room("commands|index|jobs|api|routes|components", "$1") },
  ),
  forbid(
    "commands-are-below-their-callers",
    "Jobs, API and routes call commands; a command that called them back could not be reused by another.",
    {
      path: "^app/features/([^/]+)/(commands/|[^/]+\\.server\\.ts$)",
      pathNot: room("jobs|api|index|queries"),
    },
    { path: room("index|jobs|api|routes|components", "$1") },
  ),
  forbid(
    "the-front-door-shows-no-page",
    "What other features call, what the queue runs and what the API answers never depends on pages.",
    { path: "^app/features/([^/]+)/(index|jobs|api)(\\.server)?(\\.tsx?$|/)" },
    { path: room("routes|components", "$1") },
  ),
  forbid(
    "components-run-in-the-browser",
    "Components import model, forms, paths, messages, ui, lib and the codec's part for browsers: all else is server code or another layer.",
    { path: "^app/features/([^/]+)/components/" },
    {
      path: "^(app|workers|scripts)/",
      pathNot: [
        "^app/(ui|lib)/",
        "^app/codec/convert-in-browser\\.ts$",
        room("model|paths"),
        room("components|forms|messages", "$1"),
      ],
    },
  ),
  forbid(
    "browser-code-never-imports-server-files",
    "A *.server file in a component, in ui or in lib would end up in the browser's bundle.",
    { path: ["^app/features/[^/]+/components/", "^app/(ui|lib)/", "^app/entry\\.client\\.tsx$"] },
    { path: "\\.server(\\.tsx?$|/)" },
  ),
  forbid(
    "routes-hold-no-sql",
    "A route calls one query or command; tables in it would be SQL without a name or a test.",
    { path: room("routes") },
    { path: [room("schema"), "^app/db/"] },
  ),
  forbid(
    "only-the-site-map-imports-pages",
    "Pages are found through routes.ts; wiring may mount a feature's Hono routes, which are *.server files.",
    { path: "^(app|workers|scripts)/", pathNot: ["^app/routes\\.ts$", room("routes")] },
    { path: room("routes"), pathNot: "\\.server\\.ts$" },
  ),
];

const testRules = [
  forbid(
    "only-tests-import-test",
    "Code made for tests is not part of the product; scripts may start its benchmarks and its demo studio.",
    { path: "^(app|workers|scripts)/" },
    { path: "^app/test/", pathNot: "^app/test/(bench|demo)" },
  ),
  forbid(
    "bench-and-demo-only-from-scripts",
    "Benchmarks and the demo studio are started from the command line, never by the product.",
    { path: "^(app|workers)/" },
    { path: "^app/test/(bench|demo)" },
  ),
  forbid(
    "factories-only-in-tests",
    "A factory skips the rules a command keeps, so only tests and scripts that fill a demo use it.",
    { path: "^(app|workers)/" },
    { path: testing },
  ),
  {
    name: "sandbox-stands-alone",
    comment: "The stand-ins for outside services are never deployed, so nothing that is may lean on them.",
    severity: "error",
    from: {
      path: "^(app|workers|scripts)/",
      pathNot: ["^workers/sandbox/", "^scripts/stripe-schemas/", ...tests],
    },
    to: { path: "^workers/sandbox/" },
  },
  forbid(
    "scripts-use-few-parts",
    "A script reaches the product through tenancy, db, lib, wiring, front doors, forms and factories, so that rules stay in one place.",
    { path: "^scripts/" },
    {
      path: "^app/",
      pathNot: [
        "^app/(tenancy|db|lib|wiring)/",
        room("index|forms|testing"),
        PAYMENT_PORT,
        "^app/test/(bench|demo)",
      ],
    },
  ),
];

/** The files of a package in node_modules, whichever of its entries is imported. */
const packages = (...names) => `(^|/)node_modules/(${names.join("|")})/`;

const vendorRules = [
  forbid(
    "stripe-only-in-adapters",
    "One payment interface hides the provider; only its stand-in in the sandbox speaks the same shapes.",
    { path: "^(app|workers|scripts)/", pathNot: [layers.adapters, "^workers/sandbox/"] },
    { path: packages("stripe") },
  ),
  forbid(
    "lucia-only-in-account",
    "lucia is deprecated upstream; kept in one feature, it can be replaced there.",
    { path: "^(app|workers|scripts)/", pathNot: "^app/features/account/" },
    { path: packages("lucia", "@lucia-auth/[^/]+") },
  ),
  forbid(
    "image-libraries-only-in-codec",
    "Memory, orientation and colour are kept right in one place, which owns every image library.",
    { path: "^(app|workers)/", pathNot: layers.codec },
    { path: packages("@cf-wasm/photon", "@cwasm/webp", "@jsquash/[^/]+", "exifr", "sharp") },
  ),
  forbid(
    "temporal-only-in-lib",
    "Time zones are handled once, in lib, so that the polyfill can go when the platform has Temporal.",
    { path: "^(app|workers|scripts)/", pathNot: "^app/lib/" },
    { path: packages("temporal-polyfill") },
  ),
  forbid(
    "sql-only-where-data-is",
    "drizzle-orm belongs to db, the layers that run on it, schemas and a feature's server code; never to a page.",
    {
      path: "^(app|workers|scripts)/",
      pathNot: [
        "^app/(db|adapters|tenancy|http|jobs|events)/",
        room("schema|queries|commands|jobs|index|api"),
        "^app/features/[^/]+/[^/]+\\.server\\.ts$",
      ],
    },
    { path: packages("drizzle-orm") },
  ),
  forbid(
    "no-development-packages-in-the-product",
    "The product is bundled from dependencies alone; types of a development package are fine.",
    { path: "^(app|workers)/", pathNot: "^workers/sandbox/" },
    { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
  ),
];

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [...layerRules, ...roomRules, ...testRules, ...vendorRules],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["workerd", "worker", "browser", "import", "default", "types"],
    },
  },
};
