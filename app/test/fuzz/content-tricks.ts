import { tinyJpeg } from "../../features/ingest/testing/tiny-jpeg";
import type { Dice } from "../hostile/dice";
import { mutated } from "../hostile/mutate";
import { play, type Trick } from "./address-tricks";
import type { Content, Draft, FormFile } from "./draft";
import { hostileNumber, hostileText, longText } from "./hostile-text";
import { type Fields, valueAtBoundary } from "./shapes";

type Form = Extract<Content, { kind: "form" }>;
type FormTrick = (form: Form, dice: Dice, fields: Fields) => void;

/** Names that code which reads forms gives a meaning of its own. */
const STRANGE_NAMES = [
  "__proto__",
  "__proto__.polluted",
  "constructor.prototype.polluted",
  "toString",
  "__intent__",
  "__state__",
  "_method",
  "[]",
  "[0]",
  ".",
  "a.b.c",
  "a..b",
  "a[",
  "]a[",
  "",
  " ",
  "a\u0000b",
];

/** What is done to a name: as if it were of a list, of an object, or of nothing. */
const NAME_CHANGES: ((name: string) => string)[] = [
  (name) => `${name}[]`,
  (name) => `${name}[0]`,
  (name) => `${name}[1]`,
  (name) => `${name}[4294967294]`,
  (name) => `${name}[99999999]`,
  (name) => `${name}[-1]`,
  (name) => `${name}[1e9]`,
  (name) => `${name}.x`,
  (name) => `${name}.__proto__.x`,
  (name) => `${name}[constructor]`,
  (name) => `${name}.length`,
  (name) => name + ".a".repeat(3000),
  (name) => name + "[0]".repeat(1000),
  (name) => name.toUpperCase(),
];

const INTENTS = [
  "{",
  "1",
  "null",
  '{"type":"reset","payload":{}}',
  '{"type":"validate","payload":{}}',
  '{"type":"insert","payload":{"name":"email","index":99999999}}',
  '{"type":"update","payload":{"name":"__proto__.x","value":1}}',
  '{"type":"remove","payload":{"name":"name","index":0}}',
  '{"type":"reorder","payload":{"name":"photo","from":0,"to":9}}',
  '{"type":"x","payload":1}',
];

const FILES: readonly [filename: string, type: string][] = [
  ["a.jpg", "image/jpeg"],
  ["a.png", "image/png"],
  ["../../a.jpg", "image/jpeg"],
  ["a.svg", "image/svg+xml"],
  ["a.html", "text/html"],
  ["", ""],
];

const SIGNATURES = [
  "",
  "<svg onload=fuzz()>",
  "GIF89a",
  "RIFF\u0000\u0000\u0000\u0000WEBPVP8 ",
  "II*\u0000",
  "%PDF-1.7",
  "PK\u0003\u0004",
];

/** A file that is one, is nearly one, or says that it is. */
function hostileFile(dice: Dice): FormFile {
  const [filename, type] = dice.pick(FILES);
  const bytes = dice.oneIn(3)
    ? new TextEncoder().encode(dice.pick(SIGNATURES) + longText(dice, dice.below(400)))
    : mutated(tinyJpeg(), 400, dice);
  return { filename: dice.oneIn(3) ? hostileText(dice) : filename, type, bytes };
}

function aValue(name: string, fields: Fields, dice: Dice): string {
  const shapes = fields.get(name);
  if (!shapes || dice.oneIn(3)) return hostileText(dice);
  const value = valueAtBoundary(dice.pick(shapes), dice);
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

function change(form: Form, at: number, value: string | FormFile): void {
  const field = form.fields[at];
  if (field) field[1] = value;
}

const formTricks: Record<string, FormTrick> = {
  "a field left out": (form, dice) => form.fields.splice(dice.below(Math.max(1, form.fields.length)), 1),
  "a field changed": (form, dice, fields) => {
    const at = dice.below(Math.max(1, form.fields.length));
    change(form, at, aValue(form.fields[at]?.[0] ?? "", fields, dice));
  },
  "fields as the schema has them": (form, dice, fields) => {
    for (const name of fields.keys()) {
      const at = form.fields.findIndex(([each]) => each === name);
      if (at >= 0 ? dice.oneIn(3) : dice.oneIn(2)) {
        const value = aValue(name, fields, dice);
        if (at >= 0) change(form, at, value);
        else form.fields.push([name, value]);
      }
    }
  },
  "a field twice": (form, dice, fields) => {
    const [name = "name", value = ""] = form.fields[dice.below(Math.max(1, form.fields.length))] ?? [];
    form.fields.push([name, dice.oneIn(2) ? value : aValue(name, fields, dice)]);
  },
  "a field hundreds of times": (form, dice) => {
    const [name = "name", value = ""] = form.fields[dice.below(Math.max(1, form.fields.length))] ?? [];
    for (let i = dice.pick([600, 600, 3000]); i > 0; i -= 1) form.fields.push([name, value]);
  },
  "a field by another name": (form, dice) => {
    const field = form.fields[dice.below(Math.max(1, form.fields.length))];
    if (field) field[0] = dice.pick(NAME_CHANGES)(field[0]);
  },
  "a strange field": (form, dice) => {
    const name = dice.pick(STRANGE_NAMES);
    const value = /^__(intent|state)__$/.test(name) ? dice.pick(INTENTS) : hostileText(dice);
    form.fields.push([name, value]);
  },
  "hundreds of fields": (form) => {
    for (let i = 0; i < 1000; i += 1) form.fields.push([`f${i}[${i}].a`, "x"]);
  },
  "a file for a text": (form, dice, fields) => {
    form.multipart = true;
    const names = [...fields.keys(), ...form.fields.map(([name]) => name), "__intent__"];
    const name = dice.pick(names);
    const at = form.fields.findIndex(([each]) => each === name);
    if (at >= 0) change(form, at, hostileFile(dice));
    else form.fields.push([name, hostileFile(dice)]);
  },
  "in the other encoding": (form) => {
    form.multipart = !form.multipart;
  },
  "no fields": (form) => {
    form.fields = [];
  },
};

type JsonTrick = (value: Record<string, unknown>, dice: Dice, fields: Fields) => unknown;

function hostileValue(dice: Dice): unknown {
  const kinds = [
    () => null,
    () => true,
    () => hostileNumber(dice),
    () => hostileText(dice),
    () => [],
    () => ({}),
    () => [hostileText(dice), null, [[]]],
    () => ({ [hostileText(dice)]: hostileText(dice), length: 3 }),
    () => nested(dice.pick([20, 2000])),
    () => Array.from({ length: 1000 }, () => "x"),
  ];
  return dice.pick(kinds)();
}

/** A list in a list in a list. */
function nested(depth: number): unknown {
  let value: unknown = [];
  for (let i = 0; i < depth; i += 1) value = [value];
  return value;
}

const jsonTricks: Record<string, JsonTrick> = {
  "a member left out": (value, dice) => {
    delete value[dice.pick(Object.keys(value)) ?? ""];
    return value;
  },
  "a member of another type": (value, dice, fields) => {
    const name = dice.pick([...Object.keys(value), ...fields.keys()]);
    return { ...value, [name ?? "name"]: hostileValue(dice) };
  },
  "members as the schema has them": (value, dice, fields) => {
    const changed = { ...value };
    for (const [name, shapes] of fields)
      if (dice.oneIn(2)) changed[name] = valueAtBoundary(dice.pick(shapes), dice);
    return changed;
  },
  "a strange member": (value, dice) =>
    JSON.parse(`${JSON.stringify(value).replace(/}$/, Object.keys(value).length > 0 ? "," : "")}
      ${JSON.stringify(dice.pick(STRANGE_NAMES))}:${JSON.stringify(hostileValue(dice)) ?? "1"}}`),
  "something inside changed": (value, dice) => changedInside(value, dice),
  "something else altogether": (_value, dice) => hostileValue(dice),
};

function changedInside(value: Record<string, unknown>, dice: Dice): unknown {
  const inner = Object.entries(value).filter(([, each]) => typeof each === "object" && each !== null);
  const [name, object] = dice.pick(inner) ?? [];
  if (!name || typeof object !== "object" || object === null) return { ...value, [hostileText(dice)]: 1 };
  const key = dice.pick(Object.keys(object)) ?? "0";
  const copy = Array.isArray(object) ? [...object] : { ...object };
  (copy as Record<string, unknown>)[key] = hostileValue(dice);
  return { ...value, [name]: copy };
}

/** Changes what a form or a JSON body says, knowing what its schema asks for. */
export const changeTheContent: Trick = (draft, dice, fields) => {
  const { content } = draft;
  if (content.kind === "form") {
    const name = dice.pick(Object.keys(formTricks));
    draft.tricks.push(name);
    formTricks[name]?.(content, dice, fields);
  } else if (content.kind === "json") {
    const { value } = content;
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    const name = dice.pick(Object.keys(jsonTricks));
    draft.tricks.push(name);
    content.value = jsonTricks[name]?.(isObject ? (value as Record<string, unknown>) : {}, dice, fields);
  } else if (content.kind === "bytes") {
    draft.tricks.push("another file");
    content.bytes = hostileFile(dice).bytes;
  } else {
    draft.tricks.push("a body that nobody asked for");
    const fields: Form["fields"] = [[dice.pick(STRANGE_NAMES), hostileText(dice)]];
    draft.content = dice.oneIn(2)
      ? { kind: "form", fields, multipart: dice.oneIn(2) }
      : { kind: "json", value: hostileValue(dice) };
  }
};

function randomBytes(dice: Dice, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => dice.below(256));
}

async function gzipped(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  const packed = stream.pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

const text = (said: string) => () => new TextEncoder().encode(said);

const BODIES = [
  "",
  "{",
  "[",
  "{}",
  "null",
  "NaN",
  '{"a":1,}',
  '{"a":1,"a":2}',
  "{'a':1}",
  "\uFEFF{}",
  "// {}",
  "=",
  "&&&",
  "a=%",
  "a=%ff%fe",
  "email=a%40b.example&email[$ne]=1",
  "--x\r\n\r\n--x--",
  '--x\r\nContent-Disposition: form-data; name="a"',
  "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
];

/** Just beyond what the house reads: of JSON, and of a form. */
const TOO_LARGE = [257 * 1024, 1025 * 1024];

const byteTricks: Record<string, Trick> = {
  "cut short": ({ byteChanges }, dice) => {
    const keep = dice.below(1000) / 1000;
    byteChanges.push((bytes) => bytes.slice(0, Math.floor(bytes.length * keep)));
  },
  "changed bytes": ({ byteChanges }, dice) => {
    byteChanges.push((bytes) => (bytes.length > 0 ? mutated(bytes, 200, dice) : bytes));
  },
  "random bytes": ({ byteChanges }, dice) => {
    const bytes = randomBytes(dice, dice.below(600));
    byteChanges.push(() => bytes);
  },
  "another body": ({ byteChanges }, dice) => void byteChanges.push(text(dice.pick(BODIES))),
  "sent twice over": ({ byteChanges }) =>
    void byteChanges.push((bytes) => new Uint8Array([...bytes, ...bytes])),
  "packed with gzip": (draft) => {
    draft.byteChanges.push(gzipped);
    draft.headers.set("content-encoding", "gzip");
  },
  "nested without end": ({ byteChanges }, dice) =>
    void byteChanges.push(text(dice.pick(["[", '{"a":']).repeat(20_000))),
};

/** Changes the bytes of a body once it is encoded. */
export const changeTheBytes: Trick = (draft, dice, fields) => {
  if (dice.oneIn(60)) {
    const size = dice.pick(TOO_LARGE);
    draft.byteChanges.push((bytes) => new Uint8Array([...bytes, ...new Uint8Array(size).fill(0x61)]));
    draft.tricks.push("too large a body");
  } else play(byteTricks, draft, dice, fields);
};

/** Whether a request may carry anything. */
export const mayCarry = ({ method }: Draft) => method !== "GET" && method !== "HEAD";
