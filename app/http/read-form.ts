import { parseWithZod } from "@conform-to/zod/v4";
import type { z } from "zod";
import { AppError } from "../lib/app-error";

/** Forms are small; files go to the upload endpoint. */
const LARGEST_FORM = 1024 * 1024;

/** What was typed into these never goes back into a page. */
const SECRET_FIELDS = ["password", "currentPassword", "code"];

/** Reads and validates a form. What is wrong comes back as a reply that the form shows beside its fields. */
export async function readForm<Schema extends z.ZodType>(request: Request, schema: Schema) {
  const type = request.headers.get("content-type") ?? "";
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type)) {
    throw new AppError("unsupported_media", "A form was expected here.");
  }
  const body = new Response(await readAtMost(request, LARGEST_FORM), { headers: { "content-type": type } });
  const form = await body.formData().catch(() => {
    throw new AppError("invalid_request", "The form could not be read.");
  });
  const submission = parseWithZod(form, { schema });
  const { reply } = submission;
  submission.reply = (options) => reply({ ...options, hideFields: SECRET_FIELDS });
  return submission;
}

/** The whole body, counted while it comes. */
async function readAtMost(request: Request, limit: number): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  if (!request.body) return new Blob();
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array<ArrayBuffer>>) {
    size += chunk.byteLength;
    if (size > limit) throw new AppError("too_large", "That is more than a form can hold.");
    chunks.push(chunk);
  }
  return new Blob(chunks);
}
