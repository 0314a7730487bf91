import { findObject, ID_PREFIX, type Kind } from "./objects";
import { StripeFailure } from "./stripe-failure";

type Json = Record<string, unknown>;

/** How deep Stripe follows an expansion. */
const DEEPEST = 4;

/**
 * Answers ids as the objects they name: `latest_charge.balance_transaction` of a payment intent, `data.charge` of a
 * list. Only objects of the same account are followed.
 * @throws StripeFailure 400 for a path that holds no id
 */
export async function expanded<Value extends object>(
  db: D1Database,
  account: string,
  value: Value,
  paths: readonly string[] = [],
): Promise<Value> {
  const copy = structuredClone(value);
  for (const path of paths) {
    const steps = path.split(".");
    if (steps.length > DEEPEST) throw refusal(`You cannot expand more than ${DEEPEST} levels: ${path}`);
    await follow(db, account, copy as Json, steps, path);
  }
  return copy;
}

async function follow(
  db: D1Database,
  account: string,
  value: Json,
  [step = "", ...rest]: string[],
  path: string,
): Promise<void> {
  const inner = value[step];
  if (inner === undefined) throw refusal(`This property cannot be expanded (${path}).`);
  if (inner === null) return;
  if (Array.isArray(inner)) {
    for (const item of inner) if (rest.length > 0) await follow(db, account, item as Json, rest, path);
    return;
  }
  const object = typeof inner === "string" ? await named(db, account, inner) : inner;
  if (object === null || typeof object !== "object")
    throw refusal(`This property cannot be expanded (${path}).`);
  value[step] = object;
  if (rest.length > 0) await follow(db, account, object as Json, rest, path);
}

async function named(db: D1Database, account: string, id: string): Promise<Json | null> {
  const kind = (Object.keys(ID_PREFIX) as Kind[]).find((each) => id.startsWith(ID_PREFIX[each]));
  const found = kind ? await findObject(db, kind, id) : null;
  return found && (found.account === account || found.kind === "application_fee")
    ? (found.object as unknown as Json)
    : null;
}

function refusal(message: string): StripeFailure {
  return new StripeFailure(400, { type: "invalid_request_error", message, param: "expand" });
}
