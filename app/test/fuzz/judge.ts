import { errorLines } from "../error-log";
import type { Shot } from "./draft";

/** An answer that has been read to its end. */
export interface Answer {
  status: number;
  headers: Headers;
  /** Each byte a character, so that nothing in it can hide behind an encoding. */
  text: string;
}

const ALWAYS: Record<string, RegExp> = {
  "content-security-policy":
    /^default-src 'none'; object-src 'none'; script-src 'nonce-[\w-]{16,}' 'strict-dynamic'; .*frame-ancestors 'none'$/,
  "x-content-type-options": /^nosniff$/,
  "referrer-policy": /^same-origin$/,
  "cross-origin-opener-policy": /^same-origin$/,
  "cross-origin-resource-policy": /^same-origin$/,
  "permissions-policy": /camera=\(\)/,
  "cache-control": /^(private|public|no-store)/,
  "x-request-id": /^req_[0-9a-z]{26}$/,
};

/** What only the inside of the house says. */
const INSIDE = /\n\s+at \S.*[(/].*:\d+:\d+|node_modules\/\S+\.m?[jt]s|SQLITE_|D1_ERROR|SqliteError|drizzle/;

/** Our own markup in a page, not written so that it is text. */
const RAW_MARKUP = /<script>fuzz|<img src=x onerror|<!--<script>fuzz|<svg onload=fuzz/;

/** A cookie of ours: what it holds, and who may see it. */
const COOKIE = /^[\w-]+=[^;\s]*; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/;

/** Logged for each answer of 500 and above, which is told of by itself. */
const STATUS_LINE = '"message":"answered with an error"';

/** A line of the error log, without what differs from run to run. */
export function logged(line: string): string {
  return `logged ${withoutIds(line).slice(0, 400)}`;
}

/** Everything that is wrong with an answer; each a sentence without what differs from run to run. */
export function faultsOf(shot: Shot, answer: Answer, secrets: readonly string[]): string[] {
  return [
    ...(answer.status >= 500 ? [`answered ${answer.status}`] : []),
    ...errorLines.filter((line) => !line.includes(STATUS_LINE)).map(logged),
    ...faultsOfHeaders(shot, answer.headers),
    ...faultsOfText(shot, answer),
    ...secretsIn(shot, answer, secrets),
  ];
}

function faultsOfHeaders({ host }: Shot, headers: Headers): string[] {
  const faults: string[] = [];
  for (const [name, wanted] of Object.entries(ALWAYS))
    if (!wanted.test(headers.get(name) ?? "")) faults.push(`has no sound ${name}`);
  if (headers.has("x-fuzz-injected")) faults.push("took a header out of what was sent");
  for (const cookie of headers.getSetCookie()) if (!COOKIE.test(cookie)) faults.push("set a strange cookie");
  const location = headers.get("location");
  if (location !== null && !leadsInside(location, host)) faults.push("leads to another site");
  return faults;
}

/** Paths of this host, the platform, a studio of it, and the sandbox, which stands for the provider. */
function leadsInside(location: string, host: string): boolean {
  const base = `http://${host}`;
  if (!URL.canParse(location, base)) return false;
  const { protocol, host: to } = new URL(location, base);
  return protocol === "http:" && /^([a-z0-9-]+\.)?localhost:8787$/.test(to);
}

function faultsOfText(shot: Shot, { status, headers, text }: Answer): string[] {
  const faults: string[] = [];
  const type = headers.get("content-type") ?? "";
  const readable = /^(text\/|application\/json|text\/x-script)/.test(type) || type === "";
  if (readable && INSIDE.test(text)) faults.push("tells of the inside");
  if (type.startsWith("text/html") && RAW_MARKUP.test(text)) faults.push("holds markup that was sent");
  const { pathname } = new URL(`http://${shot.host}${shot.path}`);
  const isApi = pathname.startsWith("/api/");
  if (isApi && shot.method !== "HEAD" && !isEnvelope(status, type, text))
    faults.push("is no answer of the API");
  return faults;
}

/** Every answer of the API says what it is, or what went wrong, and its number. */
function isEnvelope(status: number, type: string, text: string): boolean {
  if (!type.startsWith("application/json")) return false;
  try {
    const said = JSON.parse(text) as Record<string, unknown>;
    const { error } = said as { error?: { type?: unknown; message?: unknown } };
    const isWhole = typeof said.requestId === "string" && typeof said.timestamp === "string";
    if (status < 300) return isWhole && "data" in said && error === undefined;
    return isWhole && typeof error?.type === "string" && typeof error.message === "string";
  } catch {
    return false;
  }
}

/** What is another studio's and stands in the answer without having stood in the request. */
function secretsIn(shot: Shot, { headers, text }: Answer, secrets: readonly string[]): string[] {
  const said = [text, ...[...headers].map(([name, value]) => `${name}: ${value}`)].join("\n");
  const found = secrets.filter((secret) => says(said, secret));
  if (found.length === 0) return [];
  const asked = askedText(shot);
  return found
    .filter((secret) => !says(asked, secret))
    .map((secret) => `shows ${withoutIds(secret)} of another studio`);
}

const says = (text: string, secret: string) =>
  text.includes(secret) || text.includes(encodeURIComponent(secret));

/** All of a request as text, also with its percent signs resolved. */
function askedText({ path, headers, body }: Shot): string {
  const sent = [path, ...headers.map(([, value]) => value), latin1(body ?? new Uint8Array())].join("\n");
  const resolved = sent
    .replaceAll("+", " ")
    .replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return `${sent}\n${resolved}`;
}

/** Bytes as characters, one each. */
export function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let from = 0; from < bytes.length; from += 8192)
    text += String.fromCharCode(...bytes.subarray(from, from + 8192));
  return text;
}

function withoutIds(text: string): string {
  return text.replace(/[a-z]{3}_[0-9a-z]{26}/g, "<id>").replace(/test-[0-9a-f]{8}/g, "<studio>");
}
