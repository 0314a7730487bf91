import { expect, test } from "vitest";
import { archiveEtag } from "./archive-etag";
import type { ArchiveEntry } from "./archive-plan";

const modified = { year: 2026, month: 6, day: 13, hour: 15, minute: 20, second: 1 };
const first: ArchiveEntry = { name: "a.jpg", size: 3, crc32: 1, modified, key: "a/original" };
const second: ArchiveEntry = { ...first, name: "b.jpg", key: "b/original" };

test("an archive's tag is strong, and the same for the same files", async () => {
  const etag = await archiveEtag([first, second]);
  expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
  expect(await archiveEtag([{ ...first }, { ...second, modified: { ...modified } }])).toBe(etag);
});

test("whatever would change a byte changes the tag", async () => {
  const others = [
    [],
    [first],
    [second, first],
    [first, { ...second, name: "c.jpg" }],
    [first, { ...second, size: 4 }],
    [first, { ...second, crc32: 2 }],
    [first, { ...second, key: "c/original" }],
    [first, { ...second, modified: { ...modified, second: 3 } }],
  ];
  const tags = await Promise.all([[first, second], ...others].map(archiveEtag));
  expect(new Set(tags).size).toBe(others.length + 1);
});

test("the last of thousands of files counts as well", async () => {
  const many = Array.from({ length: 2500 }, (_, i) => ({ ...first, name: `${i}.jpg` }));
  const changed = [...many.slice(0, -1), { ...first, name: "last.jpg" }];
  expect(await archiveEtag(many)).not.toBe(await archiveEtag(changed));
});
