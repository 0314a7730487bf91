import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { z } from "zod";
import { AppError, isAppError, notFound, statusOf } from "../lib/app-error";
import { errorFields, log } from "../lib/log";
import type { Studio } from "../tenancy/studio";
import type { HttpEnv } from "./hono-env";
import { type Access, logRefusedAccess, may } from "./studio-route";

/** The largest JSON body that is read, in bytes. */
export const LARGEST_JSON = 256 * 1024;

type ApiContext = Context<HttpEnv>;

/** A successful answer of the REST API. */
export function sendData(c: ApiContext, data: unknown, status: ContentfulStatusCode = 200): Response {
  c.header("Cache-Control", "no-store");
  return c.json({ data, requestId: c.var.requestId, timestamp: new Date().toISOString() }, status);
}

/** An answer that says what went wrong; unexpected errors are logged and say nothing of themselves. */
export function sendError(c: ApiContext, thrown: unknown): Response {
  const error = isAppError(thrown) ? thrown : new AppError("internal", "Something went wrong on our side.");
  if (error.type === "internal") {
    log("error", "an API call failed", { ...errorFields(thrown), ...requestFields(c) });
  }
  const { fields, retryAfterSeconds } = error.details;
  c.header("Cache-Control", "no-store");
  if (retryAfterSeconds !== undefined) c.header("Retry-After", String(retryAfterSeconds));
  if (error.type === "unauthenticated") c.header("WWW-Authenticate", "Bearer");
  return c.json(
    {
      error: { type: error.type, message: error.message, ...(fields ? { fields } : {}) },
      path: c.req.path,
      requestId: c.var.requestId,
      timestamp: new Date().toISOString(),
    },
    statusOf(error.type) as ContentfulStatusCode,
  );
}

/**
 * What every log line of a request carries; who asks is told by id. Of the path only what names the route stays: behind it come ids, and
 * on pages keys that open a gallery or a download.
 */
export function requestFields(c: ApiContext) {
  const parts = c.req.path.split("/");
  return {
    requestId: c.var.requestId,
    studioId: c.var.studio?.tenant.id,
    actor: c.var.studio?.actor.kind,
    actorId: c.var.studio?.actor.id,
    method: c.req.method,
    path: parts.slice(0, parts[1] === "api" ? 4 : 2).join("/"),
  };
}

/** The studio of this host, if the one who asks has the right. Throws `unauthenticated` or `forbidden`. */
export function admitted(c: ApiContext, access: Access): Studio {
  const { studio } = c.var;
  if (!studio) throw notFound();
  if (may(studio, access)) return studio;
  if (studio.actor.kind === "stranger")
    throw new AppError("unauthenticated", "Sign in or send a bearer token.");
  logRefusedAccess(studio, access);
  throw new AppError("forbidden", "Your role does not allow this.");
}

/** Reads and validates a JSON body. */
export async function readJson<Schema extends z.ZodType>(
  c: ApiContext,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const text = await readText(c.req.raw, LARGEST_JSON);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AppError("invalid_request", "The body is not JSON.");
  }
  return validated(schema, value);
}

/** Reads a body of at most `limit` bytes as text; throws `too_large` as soon as there is more. */
export async function readText(request: Request, limit: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  if (!request.body) return text;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) throw new AppError("too_large", `The body is larger than ${limit} bytes.`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** Validates the query string. A name given more than once counts once. */
export function readQuery<Schema extends z.ZodType>(c: ApiContext, schema: Schema): z.infer<Schema> {
  return validated(schema, c.req.query());
}

function validated<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields: Record<string, string[]> = {};
  for (const issue of result.error.issues) {
    const name = issue.path.join(".");
    fields[name] = [...(fields[name] ?? []), issue.message];
  }
  throw new AppError("invalid_request", "Some of what was sent is not right.", { fields });
}
