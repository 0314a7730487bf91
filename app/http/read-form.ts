import { parseWithZod } from "@conform-to/zod/v4";
import type { z } from "zod";
import { AppError } from "../lib/app-error";

/** Forms are small; files go to the upload endpoint. */
const LARGEST_FORM = 1024 * 1024;

/** Reads and validates a form. What is wrong comes back as a reply that the form shows beside its fields. */
export async function readForm<Schema extends z.ZodType>(request: Request, schema: Schema) {
  if (Number(request.headers.get("content-length") ?? "0") > LARGEST_FORM) {
    throw new AppError("too_large", "That is more than a form can hold.");
  }
  const type = request.headers.get("content-type") ?? "";
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type)) {
    throw new AppError("unsupported_media", "A form was expected here.");
  }
  const form = await request.formData().catch(() => {
    throw new AppError("invalid_request", "The form could not be read.");
  });
  return parseWithZod(form, { schema });
}
