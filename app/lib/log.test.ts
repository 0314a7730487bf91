import { expect, test } from "vitest";
import { errorFields, log } from "./log";

test("what is logged of an error holds no address and no secret", () => {
  const cause = new Error("for token sla_abcDEF-123 of bob@example.com");
  const { detail } = errorFields(new Error("UNIQUE failed: anna@example.com used sk_test_51abc", { cause }));
  expect(detail).toBe("UNIQUE failed: <e-mail> used <secret>: for token <secret> of <e-mail>");
});

test("only the first line of an error's message is logged", () => {
  expect(errorFields(new Error("first\nparams: secret")).detail).toBe("first");
});

test("the stack that is logged holds frames only, however many lines the message has", () => {
  const { stack } = errorFields(new Error("Failed query: insert\nparams: m,anna@example.com,scrypt$16384"));
  expect(stack).toMatch(/^\s+at .*log\.test\.ts/);
  expect(stack).not.toMatch(/params|anna|scrypt/);
});

test("what was thrown without being an error is named by its type only", () => {
  expect(errorFields("anna@example.com")).toEqual({ error: "string" });
});

test("what is logged is one line of JSON, whatever its fields hold", () => {
  const lines: unknown[] = [];
  const { info } = console;
  console.info = (line: unknown) => void lines.push(line);
  log("info", "request", { path: 'a\r\n{"level":"error"}\u001b[31m' });
  console.info = info;
  expect(lines).toEqual([expect.stringMatching(/^\{"level":"info"\P{Cc}*\}$/u)]);
});
