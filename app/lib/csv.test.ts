import { expect, test } from "vitest";
import { csvLine } from "./csv";

test("cells with separators, quotes and line ends are quoted", () => {
  expect(csvLine(["a", 'b "c"', "d,e", "f\ng", null, -3])).toBe('a,"b ""c""","d,e","f\ng",,-3\r\n');
});

test.for(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])("%j is never taken for a formula", (text) => {
  expect(csvLine([text])).toBe(`"'${text}"\r\n`);
});
