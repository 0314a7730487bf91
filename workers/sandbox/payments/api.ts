import { Hono } from "hono";
import { backstage } from "../backstage";
import { refuseUnlessActive } from "./account-store";
import { offerGet, offerList, offerPost, queryFields } from "./api-calls";
import { type Api, answerFailure, checkKey, readAccount, recordCall, stampHeaders } from "./api-frame";
import { createParams } from "./checkout-params";
import { customerObject } from "./customers";
import { closeDispute, submitEvidence } from "./dispute-flow";
import { readFaults, refuseWhileDown } from "./faults";
import { checkCall } from "./form-body";
import { offerPaymentIntents } from "./intents-api";
import { cancelRefund, refundCharge, refundedCharge, refundFee } from "./refund-flow";
import {
  createFeeRefundParams,
  createRefundParams,
  customerParams,
  listParams,
  metadataParams,
  plainParams,
  updateDisputeParams,
} from "./request-params";
import { expireSession } from "./session-flow";
import { lineItems } from "./session-object";
import { openSession, sessionRecord } from "./session-record";
import { noSuch, StripeFailure } from "./stripe-failure";
import { currentSession } from "./time-passing";

/** The part of Stripe's API that the product speaks, below `/v1`. */
export const paymentsApi = new Hono<Api>();

paymentsApi.use(stampHeaders, recordCall, checkKey, readAccount);

offerPost(paymentsApi, "/checkout/sessions", createParams, async ({ c, change, account, params }) => {
  await refuseUnlessActive(c.env.SANDBOX_DB, account);
  return openSession(change, account, params);
});
offerPost(paymentsApi, "/checkout/sessions/:id/expire", plainParams, async ({ change, account, id }) => {
  const session = await change.own("session", id, account);
  expireSession(change, session);
  return session;
});
offerList(paymentsApi, "/checkout/sessions", "session");
offerGet(paymentsApi, "/checkout/sessions/:id", "session");
paymentsApi.get("/checkout/sessions/:id/line_items", async (c) => {
  const id = c.req.param("id");
  checkCall("GET /v1/checkout/sessions/:id/line_items", queryFields(c), listParams.fee_refund);
  const session = await currentSession(backstage(c), id);
  if (session?.account !== c.get("account")) throw noSuch("session", id);
  const data = lineItems(id, sessionRecord(session).params);
  return c.json({ object: "list", data, has_more: false, url: c.req.path });
});

offerPaymentIntents(paymentsApi);

offerList(paymentsApi, "/charges", "charge");
offerGet(paymentsApi, "/charges/:id", "charge");

offerPost(paymentsApi, "/refunds", createRefundParams, async ({ c, change, account, params }) => {
  const charge = await refundedCharge(change, account, params);
  const { refunds: fate } = await readFaults(c.env.SANDBOX_DB);
  const returnFee = params.refund_application_fee ?? false;
  return refundCharge(change, charge, { ...params, returnFee, fate });
});
offerPost(paymentsApi, "/refunds/:id", metadataParams, async ({ change, account, id, params }) => {
  const refund = await change.own("refund", id, account);
  change.set(refund, { metadata: { ...refund.object.metadata, ...params.metadata } });
  return refund;
});
offerPost(paymentsApi, "/refunds/:id/cancel", plainParams, async ({ change, account, id }) => {
  const refund = await change.own("refund", id, account);
  await cancelRefund(change, refund);
  return refund;
});
offerList(paymentsApi, "/refunds", "refund");
offerGet(paymentsApi, "/refunds/:id", "refund");

offerPost(
  paymentsApi,
  "/application_fees/:id/refunds",
  createFeeRefundParams,
  async ({ change, account, id, params }) => {
    const fee = await change.own("application_fee", id, account);
    const left = fee.object.amount - fee.object.amount_refunded;
    return refundFee(change, fee, params.amount ?? left, params.metadata);
  },
);
offerList(paymentsApi, "/application_fees", "application_fee");
offerGet(paymentsApi, "/application_fees/:id", "application_fee");
offerList(paymentsApi, "/application_fees/:id/refunds", "fee_refund", (fee) => ({ fee }));

offerList(paymentsApi, "/balance_transactions", "balance_transaction");
offerGet(paymentsApi, "/balance_transactions/:id", "balance_transaction");

offerPost(paymentsApi, "/disputes/:id", updateDisputeParams, async ({ change, account, id, params }) => {
  const dispute = await change.own("dispute", id, account);
  if (params.submit !== false) submitEvidence(change, dispute, params.evidence?.uncategorized_text);
  return dispute;
});
offerPost(paymentsApi, "/disputes/:id/close", plainParams, async ({ change, account, id }) => {
  const dispute = await change.own("dispute", id, account);
  await closeDispute(change, dispute, false);
  return dispute;
});
offerList(paymentsApi, "/disputes", "dispute");
offerGet(paymentsApi, "/disputes/:id", "dispute");

offerPost(paymentsApi, "/customers", customerParams, async ({ c, change, account, params }) => {
  await refuseWhileDown(c.env.SANDBOX_DB, "customers");
  return change.add("customer", account, (id, created) => customerObject(id, created, params));
});
offerPost(paymentsApi, "/customers/:id", customerParams, async ({ change, account, id, params }) => {
  const customer = await change.own("customer", id, account);
  const { email, name, metadata } = params;
  change.set(customer, {
    ...(email === undefined ? {} : { email }),
    ...(name === undefined ? {} : { name }),
    metadata: { ...customer.object.metadata, ...metadata },
  });
  return customer;
});
offerList(paymentsApi, "/customers", "customer");
offerGet(paymentsApi, "/customers/:id", "customer");

paymentsApi.all("*", (c) => {
  const message = `Unrecognized request URL (${c.req.method}: ${c.req.path}).`;
  throw new StripeFailure(404, { type: "invalid_request_error", message });
});

paymentsApi.onError(answerFailure);
