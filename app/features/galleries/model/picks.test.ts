import { expect, test } from "vitest";
import { namesText, type PickedPhoto, type Said } from "./picks";
import { sidecarsOf } from "./sidecar";

const photo = (filename: string, ...said: Partial<Said>[]): PickedPhoto => ({
  ...{ id: filename, filename, version: 1, width: 3, height: 2, isReady: true },
  said: said.map((each) => ({ listId: "l", mark: null, label: null, comment: "", at: 0, ...each })),
});

test("file names are written as photo programs search them", () => {
  const names = ["DSC_1.jpg", "DSC_1.png", "a.b.JPG", ".hidden"];
  const text = (separator: "comma" | "space" | "lines", extension: boolean) =>
    namesText(names, { separator, extension });
  expect(text("comma", true)).toBe("DSC_1.jpg, DSC_1.png, a.b.JPG, .hidden");
  expect(text("space", false)).toBe("DSC_1 a.b .hidden");
  expect(text("lines", false)).toBe("DSC_1\na.b\n.hidden");
});

test("sidecars have stars for chosen, the colour of a label and comments, one for a name up to its ending", () => {
  const sidecars = sidecarsOf([
    photo("A.jpg", { mark: "rejected" }, { mark: "chosen", comment: 'say "hi" & <b>\n\u0001go' }),
    photo("A.png", { label: 4 }),
    photo("B.jpg", { mark: "rejected" }),
  ]);
  expect([...sidecars.keys()]).toEqual(["A.xmp", "B.xmp"]);
  const a = sidecars.get("A.xmp") ?? "";
  expect(a).toContain('xmp:Rating="5"');
  expect(a).toContain('xmp:Label="Blue"');
  expect(a).toContain('photoshop:Instructions="say &quot;hi&quot; &amp; &lt;b&gt;&#10;go"');
  expect(sidecars.get("B.xmp")).toContain('xmp:Rating="-1"');
});
