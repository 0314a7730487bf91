import type { Asked } from "../isolation/asked";
import type { Sender } from "./world";

/** A file in a form. */
export interface FormFile {
  filename: string;
  type: string;
  bytes: Uint8Array;
}

/** What a request carries, while it can still be changed field by field. */
export type Content =
  | { kind: "none" }
  | { kind: "form"; fields: [name: string, value: string | FormFile][]; multipart: boolean }
  | { kind: "json"; value: unknown }
  | { kind: "bytes"; bytes: Uint8Array };

/** A sound request, before anything is done to it. */
export interface Sound {
  path: string;
  content: Content;
  headers?: Record<string, string>;
}

/** A change of bytes that are ready to be sent. */
type ByteChange = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** A request in the making: a sound one, until tricks are played on it. */
export interface Draft {
  /** Method and pattern of the case it began as. */
  route: string;
  /** What was done to it, for whoever reads of it. */
  tricks: string[];
  sender: Sender;
  /** Host and port. */
  host: string;
  method: string;
  /** Path and query as they stand in the address. */
  path: string;
  headers: Map<string, string>;
  content: Content;
  byteChanges: ByteChange[];
  /** Method and path of the sound request. */
  readonly meant: string;
}

/** A request as it is sent, without what its sender holds. */
export interface Shot {
  route: string;
  tricks: readonly string[];
  sender: Sender;
  host: string;
  method: string;
  path: string;
  headers: readonly (readonly [string, string])[];
  body: Uint8Array | null;
  /** Whether the address or the method is not of its route any more. */
  isAstray: boolean;
}

/** The sound request of a case. */
export function soundOf({ path, bearer, json, form, bytes, file }: Asked): Sound {
  const headers: Record<string, string> = bearer ? { authorization: `Bearer ${bearer}` } : {};
  return { path, headers, content: contentOf({ json, form, bytes, file }) };
}

function contentOf({ json, form, bytes, file }: Omit<Asked, "path">): Content {
  if (json !== undefined) return { kind: "json", value: structuredClone(json) };
  if (form) return { kind: "form", fields: Object.entries(form), multipart: false };
  if (bytes) return { kind: "bytes", bytes };
  if (!file) return { kind: "none" };
  const photo = { filename: "a.jpg", type: "image/jpeg", bytes: file };
  return { kind: "form", fields: [["photos", photo]], multipart: true };
}

/** A sound request as its sender would send it. */
export function draftOf(
  route: string,
  { path, content, headers = {} }: Sound,
  sender: Sender,
  host: string,
): Draft {
  const method = route.split(" ")[0] ?? "GET";
  const origin = method === "GET" ? {} : { origin: `http://${host}` };
  return {
    route,
    tricks: [],
    sender,
    host,
    method,
    path,
    headers: new Map(Object.entries({ ...origin, ...headers })),
    content,
    byteChanges: [],
    meant: `${method} ${pathnameOf(path)}`,
  };
}

/** The request as it goes out. */
export async function shotOf(draft: Draft): Promise<Shot> {
  const { route, tricks, sender, host, method, path } = draft;
  const headers = new Map(draft.headers);
  const mayCarry = method !== "GET" && method !== "HEAD";
  const encoded = mayCarry ? await encode(draft.content) : null;
  let body = encoded?.bytes ?? null;
  for (const change of mayCarry ? draft.byteChanges : []) body = await change(body ?? new Uint8Array());
  if (encoded?.type && !headers.has("content-type")) headers.set("content-type", encoded.type);
  if (body && !headers.has("content-length")) headers.set("content-length", String(body.byteLength));
  // An empty one stands for none.
  for (const name of ["content-type", "content-length", "origin"])
    if (headers.get(name) === "") headers.delete(name);
  const isAstray = draft.meant !== `${method} ${pathnameOf(path).replace(/\.data$/, "")}`;
  return { route, tricks, sender, host, method, path, headers: [...headers], body, isAstray };
}

async function encode(content: Content): Promise<{ bytes: Uint8Array; type: string } | null> {
  if (content.kind === "none") return null;
  if (content.kind === "bytes") return { bytes: content.bytes, type: "" };
  if (content.kind === "json") {
    const text = JSON.stringify(content.value) ?? "";
    return { bytes: new TextEncoder().encode(text), type: "application/json" };
  }
  const encoded = new Response(content.multipart ? formDataOf(content.fields) : urlEncoded(content.fields));
  return {
    bytes: new Uint8Array(await encoded.arrayBuffer()),
    type: encoded.headers.get("content-type") ?? "",
  };
}

type FormFields = Extract<Content, { kind: "form" }>["fields"];

function formDataOf(fields: FormFields): FormData {
  const form = new FormData();
  for (const [field, value] of fields) {
    const name = writable(field);
    if (typeof value === "string") form.append(name, value);
    else
      form.append(name, new File([value.bytes as Uint8Array<ArrayBuffer>], writable(value.filename), value));
  }
  return form;
}

/** A name as the runtime writes one into multipart: it refuses a backslash at the end. */
const writable = (name: string) => name.replace(/\\+$/, "");

function urlEncoded(fields: FormFields): URLSearchParams {
  return new URLSearchParams(
    fields.map(([name, value]) => [name, typeof value === "string" ? value : value.filename]),
  );
}

const pathnameOf = (path: string) => path.split("?")[0] ?? "";
