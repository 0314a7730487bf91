import { Hono } from "hono";
import { mustFit } from "../stripe-shapes/check-shape";
import {
  accountObject,
  createAccountParams,
  createLinkParams,
  retrieveAccountParams,
} from "./account-object";
import { adoptAccount, findAccount, insertAccount, insertAccountLink } from "./account-store";
import {
  type Api,
  answerFailure,
  answerPost,
  checkKey,
  readAccount,
  recordCall,
  stampHeaders,
} from "./api-frame";
import { refuseWhileDown } from "./faults";
import { checkCall, parseFields } from "./form-body";
import { nowSeconds } from "./product-time";
import { noSuch, StripeFailure } from "./stripe-failure";

const LINK_LASTS_SECONDS = 300;

/** The body of a call of version 2. @throws StripeFailure 400 when it is no JSON object */
async function jsonFields(request: Request): Promise<Record<string, unknown>> {
  const body: unknown = await request.json().catch(() => null);
  if (typeof body === "object" && body !== null && !Array.isArray(body))
    return body as Record<string, unknown>;
  throw new StripeFailure(400, { type: "invalid_request_error", message: "The body is not a JSON object." });
}

/** The part of version 2 of Stripe's API that the product speaks, below `/v2`: connected accounts. */
export const accountsApi = new Hono<Api>();

accountsApi.use(stampHeaders, recordCall, checkKey, readAccount);

accountsApi.post("/core/accounts", (c) =>
  answerPost(c, jsonFields, async (fields) => {
    await refuseWhileDown(c.env.SANDBOX_DB, "accounts");
    const params = checkCall("POST /v2/core/accounts", fields, createAccountParams);
    const account = await insertAccount(c.env.SANDBOX_DB, params, await nowSeconds(c.env.DIRECTORY));
    return { status: 200, body: JSON.stringify(accountObject(account, [])) };
  }),
);

accountsApi.get("/core/accounts/:id", async (c) => {
  await refuseWhileDown(c.env.SANDBOX_DB, "accounts");
  const query = parseFields(new URL(c.req.url).search.slice(1));
  const { include = [] } = checkCall("GET /v2/core/accounts/:id", query, retrieveAccountParams);
  const id = c.req.param("id");
  if (!/^acct_\w{1,100}$/.test(id)) throw noSuch("account", id);
  const found = await findAccount(c.env.SANDBOX_DB, id);
  // Accounts that were given to a studio by hand, as the demo's are, take cards.
  return c.json(accountObject(found ?? { id, state: "active", created: 0 }, include));
});

accountsApi.post("/core/account_links", (c) =>
  answerPost(c, jsonFields, async (fields) => {
    await refuseWhileDown(c.env.SANDBOX_DB, "accounts");
    const { account, use_case: useCase } = checkCall("POST /v2/core/account_links", fields, createLinkParams);
    if (!/^acct_\w{1,100}$/.test(account)) throw noSuch("account", account);
    await adoptAccount(c.env.SANDBOX_DB, account);
    const now = await nowSeconds(c.env.DIRECTORY);
    const { return_url: returnUrl = null, refresh_url: refreshUrl } = useCase.account_onboarding;
    const expiresAt = now + LINK_LASTS_SECONDS;
    const link = await insertAccountLink(c.env.SANDBOX_DB, { account, returnUrl, refreshUrl, expiresAt });
    const body = {
      object: "v2.core.account_link",
      account,
      created: new Date(now * 1000).toISOString(),
      expires_at: new Date(expiresAt * 1000).toISOString(),
      livemode: false,
      url: `${new URL(c.req.url).origin}/onboarding/${link.id}`,
      use_case: useCase,
    };
    return { status: 200, body: JSON.stringify(mustFit("account_link", body)) };
  }),
);

accountsApi.all("*", (c) => {
  const message = `Unrecognized request URL (${c.req.method}: ${c.req.path}).`;
  throw new StripeFailure(404, { type: "invalid_request_error", message });
});

accountsApi.onError(answerFailure);
