import { expect, test } from "vitest";
import { z } from "zod";
import { readForm } from "./read-form";

const schema = z.object({ name: z.string().min(3, "Too short."), password: z.string().max(5, "Too long.") });

function sent(body: BodyInit, headers: Record<string, string> = {}): Request {
  return new Request("http://aurora.localhost/", { method: "POST", body, headers });
}

test("a form is read in both of the ways that browsers send one", async () => {
  const fields = { name: "Anna & Ben", password: "s3cr€" };
  const multipart = new FormData();
  for (const [name, value] of Object.entries(fields)) multipart.append(name, value);
  for (const body of [new URLSearchParams(fields), multipart]) {
    expect(await readForm(sent(body), schema)).toMatchObject({ status: "success", value: fields });
  }
});

test("what is wrong comes back with what was typed, but never a password", async () => {
  const body = new URLSearchParams({ name: "A", password: "far-too-long" });
  const reply = (await readForm(sent(body), schema)).reply({ formErrors: ["No."] });
  expect(reply.error).toEqual({ "": ["No."], name: ["Too short."], password: ["Too long."] });
  expect(reply.initialValue).toEqual({ name: "A" });
  expect(JSON.stringify(reply)).not.toContain("far-too-long");
});

test("what is no form is refused", async () => {
  const json = sent('{"name":"Anna"}', { "content-type": "application/json" });
  await expect(readForm(json, schema)).rejects.toMatchObject({ type: "unsupported_media" });
  const broken = sent("no boundary", { "content-type": "multipart/form-data; boundary=x" });
  await expect(readForm(broken, schema)).rejects.toMatchObject({ type: "invalid_request" });
});

test("names that the parser would give a meaning of its own mean nothing", async () => {
  const fields = { name: "Anna & Ben", password: "s3cr€" };
  const strange = {
    __intent__: "{",
    __state__: "{",
    "name[99999999]": "x",
    "name.x": "x",
    ["a.".repeat(100)]: "x",
    toString: "x",
    valueOf: "x",
    "": "x",
  };
  const multipart = new FormData();
  // A part without a name is no form to workerd.
  for (const [name, value] of Object.entries({ ...fields, ...strange }))
    if (name) multipart.append(name, value);
  multipart.append("__intent__", new File(["x"], "x"));
  for (const body of [new URLSearchParams({ ...fields, ...strange }), multipart]) {
    const submission = await readForm(sent(body), schema);
    expect(submission).toMatchObject({ status: "success", value: fields });
    expect(submission.reply()).toEqual({
      status: "success",
      initialValue: { name: fields.name },
      fields: ["name", "password"],
    });
  }
});

test("a form of more fields than any of ours is refused before they are looked at", async () => {
  const body = "a=&".repeat(300_000);
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  await expect(readForm(sent(body, headers), schema)).rejects.toMatchObject({ type: "too_large" });
});

test("a form is counted while it comes, whatever it says of its length", async () => {
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled++;
      controller.enqueue(new Uint8Array(64 * 1024).fill(0x61));
    },
  });
  const headers = { "content-type": "application/x-www-form-urlencoded", "content-length": "10" };
  await expect(readForm(sent(endless, headers), schema)).rejects.toMatchObject({ type: "too_large" });
  expect(pulled).toBeLessThan(25);
});

test("a field that stands twice is refused and not chosen from", async () => {
  const twice = new URLSearchParams([
    ["name", "Anna"],
    ["name", "Mallory"],
    ["password", "abc"],
  ]);
  const submission = await readForm(sent(twice), schema);
  expect(submission.status).toBe("error");
  expect(Object.keys(submission.reply().error ?? {})).toEqual(["name"]);
});

test("names of fields that mean something to JavaScript change nothing outside the form", async () => {
  for (const name of ["__proto__.tainted", "__proto__[tainted]", "constructor.prototype.tainted"]) {
    const body = new URLSearchParams({ name: "Anna", password: "abc", [name]: "yes" });
    const submission = await readForm(sent(body), schema).catch(() => null);
    expect(submission === null || submission.status === "success", name).toBe(true);
    expect(({} as Record<string, unknown>).tainted, name).toBe(undefined);
  }
});
