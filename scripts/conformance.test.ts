import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";

const LIST = "app/test/payments/CONFORMANCE.md";

/** Every case there is, by the heading under which it stands. */
const CASES: Record<string, string> = {
  Ingress: `wrong secret, tampered body, missing header, 301 s old, two signatures in rotation, re-serialised body,
    wrong endpoint, thin event, unknown type, livemode mismatch`,
  Delivery: `duplicate x3, parallel x25, reversed order, dropped then swept, crash between store and work,
    handler fails once, foreign object`,
  Identity: `event for another studio, metadata against account, unknown account,
    account header on every recorded request, capability lost`,
  Amounts: `amount or currency mismatch, JPY KRW UGX KWD, client-sent price ignored, fee above total, below minimum,
    rounding property`,
  Checkout: `double click, two tabs both paid, key reuse with other params, decline then pay, delayed ok and failed,
    expiry releases once, paid in the second of expiry, success page early, success page never, success page foreign,
    total 0, 100 % coupon, last use of a coupon raced`,
  Refunds: `"partial, partial, full", late and duplicate, parallel over-refund, dashboard refund, failed refund restores,
    disputed, staff of another studio`,
  Billing: `trial with and without a card, past_due and recovery, dunning to canceled, proration, over-limit downgrade,
    second subscription, incomplete expiry, resume, unknown status`,
  Ops: `timeout, 429, 5xx with the same key, response lost after success, secrets never logged, offline fuse,
    schema difference on SDK bump`,
};

interface Row {
  heading: string;
  name: string;
  proof: string;
}

const casesOf = (list: string) =>
  [...list.matchAll(/"([^"]+)"|([^,]+)/g)]
    .map(([, quoted, plain]) => (quoted ?? plain ?? "").trim().replace(/\s+/g, " "))
    .filter(Boolean);

async function rows(): Promise<Row[]> {
  let heading = "";
  const found: Row[] = [];
  for (const line of (await readFile(LIST, "utf8")).split("\n")) {
    heading = /^## (.+)/.exec(line)?.[1] ?? heading;
    const cells = line.split("|").map((cell) => cell.trim());
    const [, name = "", proof = ""] = cells;
    if (cells.length === 4 && name !== "Case" && !name.startsWith("--")) found.push({ heading, name, proof });
  }
  return found;
}

test("every case of payments stands in the list once, and nothing else does", async () => {
  const asked = Object.entries(CASES).flatMap(([heading, list]) =>
    casesOf(list).map((name) => `${heading}: ${name}`),
  );
  expect(asked.length).toBe(64);
  expect((await rows()).map(({ heading, name }) => `${heading}: ${name}`)).toEqual(asked);
});

test("what is proved names tests that exist, by their sentences; what is not says what it waits for", async () => {
  let proved = 0;
  for (const { heading, name, proof } of await rows()) {
    const label = `${heading}: ${name}`;
    const proofs = [...proof.matchAll(/`([^`]+)`: "([^"]+)"/g)];
    if (proofs.length === 0) {
      expect(proof, label).toMatch(/^Not yet: .{20,}/);
      continue;
    }
    proved += 1;
    expect(proofs.map(([whole]) => whole).join("; "), label).toBe(proof);
    for (const [, file = "", sentence = ""] of proofs) {
      expect(existsSync(file), `${label}: ${file}`).toBe(true);
      const text = await readFile(file, "utf8");
      const starts = ["test(", "it(", "])(", "const)(", "(\n  ", "(\n    ", '"])('];
      const isThere = starts.some((start) => text.includes(`${start}"${sentence}",`));
      expect(isThere, `${label}: ${file}: ${sentence}`).toBe(true);
    }
  }
  expect(proved).toBeGreaterThan(50);
});
