import type { Context, Hono } from "hono";
import type { z } from "zod";
import { backstage } from "../backstage";
import { type Api, answerPost } from "./api-frame";
import { type Change, makeChange } from "./change";
import { deliverInBackground } from "./delivery";
import { expanded } from "./expansion";
import { bodyFields, checkCall, parseFields } from "./form-body";
import { findObject, type Kept, type Kind, selectObjects } from "./objects";
import { listParams, plainParams } from "./request-params";
import { beginning, isStripeFailure, noSuch, type StripeFailure } from "./stripe-failure";
import { letTimePass } from "./time-passing";

const LIST_LIMIT = 10;

type WithExpand = z.ZodType<{ expand?: string[] | undefined }>;

/** What a POST is given to work with. `id` is the object that its address names, "" where it names none. */
export interface Post<Params> {
  c: Context<Api>;
  change: Change;
  account: string;
  id: string;
  params: Params;
}

/** The object to answer with; or a refusal that is answered although the change it came of is stored. */
type PostResult = Kept<Kind> | StripeFailure;

/** Offers a POST below `/v1`: its parameters are checked, its work is one change, its answer the object. */
export function offerPost<Schema extends WithExpand>(
  api: Hono<Api>,
  path: string,
  schema: Schema,
  work: (post: Post<z.output<Schema>>) => Promise<PostResult>,
): void {
  api.post(path, (c) =>
    answerPost(c, bodyFields, async (fields) => {
      const params = checkCall(`POST /v1${path}`, fields, schema);
      return beginning(async () => {
        await letTimePass(backstage(c));
        const account = c.get("account");
        const id = c.req.param("id") ?? "";
        const origin = new URL(c.req.url).origin;
        const { value, events } = await makeChange(c.env, origin, (change) =>
          work({ c, change, account, id, params }),
        );
        deliverInBackground(backstage(c), events);
        if (isStripeFailure(value)) throw value;
        const body = await expanded(c.env.SANDBOX_DB, account, value.object, params.expand);
        return { status: 200, body: JSON.stringify(body) };
      });
    }),
  );
}

/** Offers the retrieving of an object of a kind. */
export function offerGet(api: Hono<Api>, path: string, kind: Kind): void {
  api.get(path, async (c) => {
    const params = checkCall(`GET /v1${path}`, queryFields(c), plainParams);
    await letTimePass(backstage(c));
    const id = c.req.param("id") ?? "";
    const found = await findObject(c.env.SANDBOX_DB, kind, id);
    if (found?.account !== c.get("account")) throw noSuch(kind, id);
    return c.json(await expanded(c.env.SANDBOX_DB, c.get("account"), found.object, params.expand));
  });
}

/** Offers a list of objects of a kind, newest first, in pages. @param within narrows it to what the address names */
export function offerList(
  api: Hono<Api>,
  path: string,
  kind: keyof typeof listParams,
  within: (id: string) => Record<string, string> = () => ({}),
): void {
  api.get(path, async (c) => {
    const checked = checkCall(`GET /v1${path}`, queryFields(c), listParams[kind] as z.ZodType<ListParams>);
    const { expand, limit = LIST_LIMIT, created, starting_after, ending_before, ...filters } = checked;
    const where = filters as Record<string, string | undefined>;
    await letTimePass(backstage(c));
    const account = c.get("account");
    const found = await selectObjects(c.env.SANDBOX_DB, kind, {
      account,
      limit: limit + 1,
      where: { ...where, ...within(c.req.param("id") ?? "") },
      ...(created ? { created } : {}),
      startingAfter: starting_after,
      endingBefore: ending_before,
    });
    const page = ending_before === undefined ? found.slice(0, limit) : found.slice(-limit);
    const list = {
      object: "list" as const,
      data: page.map(({ object }) => object),
      has_more: found.length > limit,
      url: c.req.path,
    };
    return c.json(await expanded(c.env.SANDBOX_DB, account, list, expand));
  });
}

interface ListParams {
  created?: { gt?: number; gte?: number; lt?: number; lte?: number };
  ending_before?: string;
  expand?: string[];
  limit?: number;
  starting_after?: string;
}

/** The parameters in an address. */
export function queryFields(c: Context<Api>): Record<string, unknown> {
  return parseFields(new URL(c.req.url).search.slice(1));
}
