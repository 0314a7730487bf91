import qs from "qs";
import type { z } from "zod";
import { misfit, shape } from "../stripe-shapes/check-shape";
import { typedFields } from "../stripe-shapes/request-fields";
import { badParameter, StripeFailure } from "./stripe-failure";

type Fields = Record<string, unknown>;
type Path = readonly PropertyKey[];

/** Parses `a[b][0]=c` as Stripe does. @throws StripeFailure 400 when it nests or repeats beyond reason. */
export function parseFields(text: string): Fields {
  try {
    return qs.parse(text, {
      plainObjects: true,
      depth: 8,
      strictDepth: true,
      arrayLimit: 200,
      parameterLimit: 5000,
      throwOnLimitExceeded: true,
    });
  } catch (error) {
    const message = `Invalid request: ${(error as Error).message}`;
    throw new StripeFailure(400, { type: "invalid_request_error", message });
  }
}

/** Reads the form fields of a POST body. @throws StripeFailure 400 when the body is not form-encoded. */
export async function bodyFields(request: Request): Promise<Fields> {
  // workerd warns when text() reads a form; decoding the bytes is the same and quiet.
  const text = new TextDecoder().decode(await request.arrayBuffer());
  const type = request.headers.get("content-type") ?? "";
  if (text !== "" && !type.startsWith("application/x-www-form-urlencoded")) {
    throw new StripeFailure(400, {
      type: "invalid_request_error",
      message:
        "Invalid request (check that your POST content type is application/x-www-form-urlencoded). If you have " +
        "questions, we can help at https://support.stripe.com/.",
    });
  }
  return parseFields(text);
}

/**
 * Checks the parameters of a call, named by method and address as in `POST /v1/refunds/:id`: Stripe must know each by
 * the SDK's own types, and the sandbox must model it.
 * @throws StripeFailure 400 in Stripe's words for the gravest issue
 */
export function checkCall<Schema extends z.ZodType>(
  call: string,
  fields: Fields,
  schema: Schema,
): z.output<Schema> {
  const typed = typedFields(fields, shape(call), refuseUnknown);
  const params = checkFields(fields, schema);
  const reason = misfit(call, typed);
  if (reason !== null)
    throw badParameter("", "parameter_invalid", `The parameters do not fit ${call}: ${reason}`);
  return params;
}

function refuseUnknown(param: string): never {
  throw badParameter(param, "parameter_unknown", `Received unknown parameter: ${param}`);
}

/** Checks parsed fields by a strict schema. @throws StripeFailure 400 in Stripe's words for the gravest issue. */
function checkFields<Schema extends z.ZodType>(fields: Fields, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return parsed.data;
  const failures = parsed.error.issues.map((issue) => asFailure(issue, fields));
  const gravest = ["parameter_unknown", "parameter_missing"]
    .map((code) => failures.find((failure) => failure.error.code === code))
    .find((failure) => failure !== undefined);
  throw gravest ?? failures[0] ?? parsed.error;
}

/** `["line_items", 0, "quantity"]` as `line_items[0][quantity]`. */
function paramName(path: Path): string {
  return path.map((part, index) => (index === 0 ? String(part) : `[${String(part)}]`)).join("");
}

function valueAt(fields: Fields, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) => (value as Record<PropertyKey, unknown> | undefined)?.[part],
    fields,
  );
}

/** What Stripe would say of one schema issue. */
function asFailure(issue: z.core.$ZodIssue, fields: Fields): StripeFailure {
  if (issue.code === "unrecognized_keys") {
    const param = paramName([...issue.path, issue.keys[0] ?? ""]);
    return badParameter(param, "parameter_unknown", `Received unknown parameter: ${param}`);
  }
  if (issue.path.length === 0) return badParameter("", "parameter_missing", issue.message);
  const param = paramName(issue.path);
  const value = valueAt(fields, issue.path);
  if (value === undefined) {
    return badParameter(param, "parameter_missing", `Missing required param: ${param}.`);
  }
  if (value === "") {
    return badParameter(
      param,
      "parameter_invalid_empty",
      `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; ` +
        `however '${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`,
    );
  }
  const params = issue.code === "custom" ? (issue.params as { code?: string } | undefined) : undefined;
  return badParameter(param, params?.code ?? "parameter_invalid", `Invalid ${param}: ${issue.message}`);
}
