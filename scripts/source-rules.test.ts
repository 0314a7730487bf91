import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";

interface Line {
  file: string;
  text: string;
}

const NOT_SHIPPED = /\.test\.tsx?$|^app\/test\/|\/testing(\.ts|\/)/;

/** Every line of the code that runs in a Worker or a browser, without its comments. */
async function readShipped(): Promise<Line[]> {
  const lines: Line[] = [];
  for (const folder of ["app", "workers"]) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name);
      if (!entry.isFile() || !/\.tsx?$/.test(file) || NOT_SHIPPED.test(file)) continue;
      const code = (await readFile(file, "utf8")).replace(/^\s*(\/\*\*[\s\S]*?\*\/|\/\/.*)$/gm, "");
      lines.push(...code.split("\n").map((text) => ({ file, text })));
    }
  }
  return lines;
}

const shipped = readShipped();

/** The files in which something stands. */
async function filesWith(pattern: RegExp): Promise<string[]> {
  const found = (await shipped).filter(({ text }) => pattern.test(text));
  return [...new Set(found.map(({ file }) => file))].sort();
}

test("no code, markup, statement or pattern is put together from text and run as such", async () => {
  expect(await filesWith(/\beval\(|\bnew Function\(|\bimport\([^"'`]/)).toEqual([]);
  expect(
    await filesWith(/dangerouslySetInnerHTML|\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write/),
  ).toEqual([]);
  expect(await filesWith(/\bsql\.raw\(|\bnew RegExp\(|child_process/)).toEqual([]);
});

test("what nobody may guess is random by the system's generator, and weak hashes stand in TOTP alone", async () => {
  expect(await filesWith(/\bMath\.random\b/)).toEqual([]);
  expect(await filesWith(/["'](md5|sha-?1)["']/i)).toEqual(["app/lib/totp.ts"]);
  expect(await filesWith(/["'](des|rc4|aes-\d+-(ecb|cbc)|AES-CBC|AES-CTR|RSAES-PKCS1-v1_5)["']/i)).toEqual(
    [],
  );
});

test("pages keep nothing in the browser's storage but what waits to be sent, and neither send nor take messages of other windows", async () => {
  expect(await filesWith(/\b(localStorage|sessionStorage|indexedDB|document\.cookie)\b/)).toEqual([
    "app/features/galleries/components/kept-queue.ts", // choices of photos, until the server has them
  ]);
  expect(await filesWith(/\bpostMessage\(|addEventListener\("message"|target="_blank"/)).toEqual([]);
});

test("other hosts are called through the adapters only, and the console is written to by the log only", async () => {
  const callers = (await filesWith(/\bfetch\(/)).filter((file) => !/^(app\/adapters|workers)\//.test(file));
  expect(callers).toEqual([
    "app/features/downloads/components/share-file.ts", // from the browser, to its own host
    "app/features/galleries/components/hide-eye.tsx", // from the browser, to its own host
    "app/features/galleries/components/send-choices.ts", // from the browser, to its own host
    "app/features/galleries/components/use-shelves.ts", // from the browser, to its own host
    "app/features/signup/components/slug-field.tsx", // from the browser, to its own host
    "app/features/studio/example-photos.server.ts", // the product's own files
    "app/wiring/door.ts", // the sandbox of local installations
  ]);
  const writers = (await filesWith(/\bconsole\b/)).filter((file) => !file.startsWith("workers/sandbox/"));
  expect(writers).toEqual(["app/lib/log.ts"]);
});

test("every package comes from the one registry, in the bytes that its lock names", async () => {
  const { packages } = JSON.parse(await readFile("package-lock.json", "utf8")) as {
    packages: Record<string, { resolved?: string; integrity?: string; link?: boolean }>;
  };
  const entries = Object.entries(packages).filter(([name]) => name !== "");
  expect(entries.length).toBeGreaterThan(100);
  for (const [name, { resolved, integrity }] of entries) {
    if (resolved !== undefined) expect(resolved, name).toMatch(/^https:\/\/registry\.npmjs\.org\//);
    expect(integrity, name).toMatch(/^sha512-/);
  }
  const manifest = JSON.parse(await readFile("package.json", "utf8")) as Record<
    string,
    Record<string, string>
  >;
  for (const version of Object.values({ ...manifest.dependencies, ...manifest.devDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
});

test("a client of the payment provider acts for one account, and no call of it names another", async () => {
  // Since version 22 the SDK takes options given to a retrieve for parameters, and asks the platform's account.
  const callers = (await filesWith(/\bstripeAccount\b/)).filter(
    (file) => !file.startsWith("workers/sandbox/"),
  );
  expect(callers).toEqual(["app/adapters/payments/stripe-client.ts"]);
});

test("what is deployed holds no secret and nothing of the sandbox", async () => {
  for (const file of ["wrangler.toml", "workers/jobs/wrangler.toml", "workers/thumbnails/wrangler.toml"]) {
    const text = await readFile(file, "utf8");
    const production = text.slice(text.indexOf("[env.production]"));
    expect(production.length, file).toBeLessThan(text.length);
    expect(production, file).toMatch(/MODE = "production"/);
    expect(production, file).not.toMatch(/SANDBOX|SECRET|_KEY|whsec_|sk_test|sk_live/);
  }
  expect(await readFile("workers/sandbox/wrangler.toml", "utf8")).not.toContain("[env.");
});

test("files that are served beside the app carry the headers that a Worker's answers carry", async () => {
  const rules = (await readFile("public/_headers", "utf8"))
    .split(/\n{2,}/)
    .map((rule) => rule.split(/\n\s*/));
  const of = (place: string) => rules.find(([name]) => name === place)?.slice(1) ?? [];
  expect(of("/*")).toEqual(
    expect.arrayContaining([
      "Strict-Transport-Security: max-age=31536000; includeSubDomains",
      "Referrer-Policy: same-origin",
      "X-Content-Type-Options: nosniff",
      "Cross-Origin-Resource-Policy: same-origin",
      "Content-Security-Policy: object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    ]),
  );
  expect(of("/favicon.svg").join()).toContain("default-src 'none'");
  expect(of("/example/*").join()).toContain("default-src 'none'");
});
