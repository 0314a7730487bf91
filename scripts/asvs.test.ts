import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";

const LIST = "app/features/account/ASVS.md";

/** How many items each section of ASVS 5.0.0 has: "3.4:8" are 3.4.1 to 3.4.8. */
const SECTIONS = `1.1:2 1.2:10 1.3:12 1.4:3 1.5:3 2.1:3 2.2:3 2.3:5 2.4:2 3.1:1 3.2:3 3.3:5 3.4:8 3.5:8 3.6:1 3.7:5 4.1:5
  4.2:5 4.3:2 4.4:4 5.1:1 5.2:6 5.3:3 5.4:3 6.1:3 6.2:12 6.3:8 6.4:6 6.5:8 6.6:4 6.7:2 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5
  7.5:3 7.6:2 8.1:4 8.2:4 8.3:3 8.4:2 9.1:3 9.2:4 10.1:2 10.2:3 10.3:5 10.4:16 10.5:5 10.6:2 10.7:3 11.1:4 11.2:5 11.3:5
  11.4:4 11.5:2 11.6:2 11.7:2 12.1:5 12.2:2 12.3:5 13.1:4 13.2:6 13.3:4 13.4:7 14.1:2 14.2:8 14.3:3 15.1:5 15.2:5 15.3:7
  15.4:4 16.1:1 16.2:5 16.3:4 16.4:3 16.5:4 17.1:2 17.2:8 17.3:2`;

/** The items of level 3, which are not asked for here. */
const LEVEL_3 = `1.2.10 1.3.12 1.5.3 2.3.5 2.4.2 3.1.1 3.2.3 3.3.5 3.4.7 3.4.8 3.5.6 3.5.7 3.5.8 3.6.1 3.7.3 3.7.4 3.7.5 4.1.4
  4.1.5 4.2.2 4.2.3 4.2.4 4.2.5 5.2.4 5.2.5 5.2.6 5.3.3 6.3.5 6.3.6 6.3.7 6.3.8 6.4.5 6.4.6 6.5.6 6.5.7 6.5.8 6.6.4 6.7.1
  6.7.2 7.5.3 8.1.3 8.1.4 8.2.4 8.3.2 8.3.3 8.4.2 10.2.3 10.3.5 10.4.12 10.4.13 10.4.14 10.4.15 10.4.16 11.1.3 11.1.4
  11.2.4 11.2.5 11.3.4 11.3.5 11.5.2 11.6.2 11.7.1 11.7.2 12.1.4 12.1.5 12.3.5 13.1.2 13.1.3 13.1.4 13.2.6 13.3.3 13.3.4
  13.4.6 13.4.7 14.2.5 14.2.6 14.2.7 14.2.8 15.1.4 15.1.5 15.2.4 15.2.5 15.4.1 15.4.2 15.4.3 15.4.4 16.5.4 17.1.2 17.2.5
  17.2.6 17.2.7 17.2.8`;

/** The items of levels 1 and 2. */
function asked(): string[] {
  const beyond = new Set(LEVEL_3.split(/\s+/));
  return SECTIONS.split(/\s+/).flatMap((each) => {
    const [section, count] = each.split(":");
    const items = Array.from({ length: Number(count) }, (_, i) => `${section}.${i + 1}`);
    return items.filter((item) => !beyond.has(item));
  });
}

interface Row {
  heading: string;
  items: string[];
  last: string;
}

/** The rows of the list's tables about items, each with the heading of the second level above it. */
async function rows(): Promise<Row[]> {
  let heading = "";
  const found: Row[] = [];
  for (const line of (await readFile(LIST, "utf8")).split("\n")) {
    heading = /^## (.+)/.exec(line)?.[1] ?? heading;
    const cells = line.split("|").map((cell) => cell.trim());
    const names = cells[1]?.split(", ") ?? [];
    if (!names.every((name) => /^(\d+\.\d+\.\d+|V\d+)$/.test(name))) continue;
    const items = names.flatMap((name) =>
      name.startsWith("V") ? asked().filter((item) => item.startsWith(`${name.slice(1)}.`)) : [name],
    );
    found.push({ heading, items, last: cells.at(-2) ?? "" });
  }
  return found;
}

/** The titles of a file's tests as the sentences that they are. */
function titlesIn(source: string): string {
  return source.replaceAll("\\'", "'").replaceAll('\\"', '"');
}

test("every item of levels 1 and 2 stands in the list once, and nothing else does", async () => {
  const listed = (await rows()).flatMap(({ items }) => items);
  expect(asked().length).toBe(253);
  expect(asked().filter((item) => !listed.includes(item))).toEqual([]);
  expect(listed.filter((item) => !asked().includes(item))).toEqual([]);
  expect(listed.filter((item, at) => listed.indexOf(item) !== at)).toEqual([]);
});

test("what is said to be met names a sentence of a test or of a document, and each of them exists", async () => {
  const met = (await rows()).filter(({ heading }) => heading === "Met");
  expect(met.length).toBeGreaterThan(100);
  for (const { items, last } of met) {
    const proofs = [...last.matchAll(/`([^`]+)`: "([^"]+)"/g)];
    expect(proofs.length, items.join()).toBeGreaterThan(0);
    expect(proofs.map(([whole]) => whole).join("; "), items.join()).toBe(last);
    for (const [, file = "", sentence = ""] of proofs) {
      expect(existsSync(file), file).toBe(true);
      const text = titlesIn(await readFile(file, "utf8"));
      const isThere = file.endsWith(".md")
        ? text.includes(`**${sentence}`) || text.includes(`## ${sentence}`)
        : [`test("${sentence}"`, `it("${sentence}"`].some((start) => text.includes(start));
      expect(isThere, `${file}: ${sentence}`).toBe(true);
    }
  }
});

test("what is not met, left to the installation or not ours says why", async () => {
  for (const { heading, items, last } of await rows())
    if (heading !== "Met") expect(last.length, items.join()).toBeGreaterThan(10);
});
