import { parseWithZod } from "@conform-to/zod/v4";
import type { z } from "zod";
import { AppError } from "../lib/app-error";
import { chromeWords } from "../ui/messages/words";

/** Forms are small; files go to the upload endpoint. */
const LARGEST_FORM = 1024 * 1024;

/** More than the largest order has photos. */
const MOST_FIELDS = 2000;

/** What was typed into these never goes back into a page. */
const SECRET_FIELDS = ["password", "currentPassword", "code"];

/**
 * Reads and validates a form. What is wrong comes back as a reply that the form shows beside its fields.
 *
 * @param locale whose words are used where the schema has none of its own
 */
export async function readForm<Schema extends z.ZodType>(request: Request, schema: Schema, locale = "en") {
  const type = request.headers.get("content-type") ?? "";
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type)) {
    throw new AppError("unsupported_media", "A form was expected here.");
  }
  const body = new Response(await readAtMost(request, LARGEST_FORM), { headers: { "content-type": type } });
  const form = await body.formData().catch(() => {
    throw new AppError("invalid_request", "The form could not be read.");
  });
  const submission = parseWithZod(plainFieldsOf(form), { schema, error: sayWhatIsWrong(locale) });
  const { reply } = submission;
  submission.reply = (options) => reply({ ...options, hideFields: SECRET_FIELDS });
  return submission;
}

/**
 * The fields that have plain names, as all of ours have. To the parser others are lists, objects, its own commands, or
 * what every object has: "a[99999999]" is a list of a hundred million items. Throws `too_large` for more fields than
 * any form of ours has, because the parser's time grows with their square.
 */
function plainFieldsOf(form: FormData): FormData {
  const plain = new FormData();
  let count = 0;
  for (const [name, value] of form) {
    count += 1;
    if (count > MOST_FIELDS) throw new AppError("too_large", "That is more than a form can hold.");
    if (/^[a-z][\w-]*$/i.test(name) && !(name in Object.prototype)) plain.append(name, value);
  }
  return plain;
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

/** Sentences for what a schema says nothing about itself. */
function sayWhatIsWrong(locale: string): (issue: z.core.$ZodRawIssue) => string {
  const words = chromeWords(locale).forms;
  return (issue) => {
    if (issue.code === "invalid_type" && issue.input === undefined) return words.required;
    if (issue.code === "too_big" && issue.origin === "string") return words.longest(Number(issue.maximum));
    return words.wrong;
  };
}
