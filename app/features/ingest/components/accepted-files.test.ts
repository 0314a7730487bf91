import { expect, test } from "vitest";
import { acceptedFiles, isZip } from "./accepted-files";

const WEBKIT = "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5";

test.for([
  [
    "an iPhone",
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${WEBKIT} Mobile/15E148 Safari/604.1`,
    5,
  ],
  ["an iPad", `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT} Safari/605.1.15`, 5],
] as const)("%s is not asked for HEIC, so that it hands over JPEGs", ([, userAgent, maxTouchPoints]) => {
  expect(acceptedFiles({ userAgent, maxTouchPoints })).not.toMatch(/hei[cf]/);
});

test.for([
  ["a Mac", `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT} Safari/605.1.15`, 0],
  [
    "a touch screen with Windows",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/141.0.0.0 Safari/537.36",
    10,
  ],
] as const)("%s is asked for HEIC and for archives", ([, userAgent, maxTouchPoints]) => {
  expect(acceptedFiles({ userAgent, maxTouchPoints })).toMatch(/image\/heic.*\.heic.*\.zip/);
});

test("without a browser HEIC is left out, and everything else is asked for", () => {
  expect(acceptedFiles(null)).not.toMatch(/hei[cf]/);
  expect(acceptedFiles(null)).toMatch(/image\/jpeg.*\.cr3/);
});

test("an archive is known by its name, or by what the browser says of it", () => {
  expect(isZip({ name: "Wedding.ZIP", type: "" })).toBe(true);
  expect(isZip({ name: "wedding", type: "application/x-zip-compressed" })).toBe(true);
  expect(isZip({ name: "zip.jpg", type: "image/jpeg" })).toBe(false);
});
