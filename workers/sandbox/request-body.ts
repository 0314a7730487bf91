import { HTTPException } from "hono/http-exception";
import type { z } from "zod";

/**
 * Reads a JSON body by its schema.
 * @throws HTTPException 400 with `{ error: { type, message, issues } }` when it is no JSON or does not fit.
 */
export async function jsonBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(await request.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  const error = { type: "invalid_body", message: "The JSON body does not fit.", issues };
  throw new HTTPException(400, { res: Response.json({ error }, { status: 400 }) });
}

/**
 * Reads a submitted form by its schema.
 * @throws HTTPException 400 in plain words when a field does not fit; only a hand-made request meets it.
 */
export async function formFields<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  const form = await request.formData().catch(() => new FormData());
  const parsed = schema.safeParse(Object.fromEntries(form));
  if (parsed.success) return parsed.data;
  throw new HTTPException(400, { message: parsed.error.issues.map((issue) => issue.message).join("; ") });
}
