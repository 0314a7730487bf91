/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import { z } from "zod";
import { backstage } from "../backstage";
import type { SandboxHono } from "../environment";
import { showPage } from "../pages/show-page";
import { formFields } from "../request-body";
import { type Change, makeChange } from "./change";
import { deliverInBackground } from "./delivery";
import type { Kept, Kind } from "./objects";
import { closeBy, disputeBy, paymentActs, refundBy, settleBy } from "./payment-control";
import { PaymentPage } from "./payment-page";
import { paymentView } from "./payment-view";
import { sellerName } from "./seller";
import { isStripeFailure } from "./stripe-failure";
import { letTimePass } from "./time-passing";

/** The page of one payment, by its session or its payment intent, and the acts of its buttons. */
export const paymentPages = new Hono<SandboxHono>();

paymentPages.get("/payments/:id", (c) => show(c, null));

const about = { about: z.string().max(100) };

offerAct("dispute", paymentActs.dispute.extend(about), disputeBy);
offerAct("refund", paymentActs.refund.extend(about), refundBy);
offerAct("close", paymentActs.close.extend(about), closeBy);
offerAct("settle", paymentActs.settle.extend(about), settleBy);

/** Offers an act as a form: done, it leads back to the page; refused, the page says why. */
function offerAct<Schema extends z.ZodType<{ about: string }>>(
  name: string,
  schema: Schema,
  act: (change: Change, id: string, given: z.output<Schema>) => Promise<Kept<Kind>>,
): void {
  paymentPages.post(`/payments/:id/${name}`, async (c) => {
    const given = await formFields(c.req.raw, schema);
    try {
      const { events } = await makeChange(c.env, new URL(c.req.url).origin, (change) =>
        act(change, given.about, given),
      );
      deliverInBackground(backstage(c), events);
      return c.redirect(`/payments/${c.req.param("id")}`, 303);
    } catch (error) {
      if (!isStripeFailure(error)) throw error;
      return show(c, error.message);
    }
  });
}

async function show(c: Context<SandboxHono>, refused: string | null) {
  await letTimePass(backstage(c));
  const id = c.req.param("id") ?? "";
  const payment = await paymentView(c.env.SANDBOX_DB, id);
  if (!payment) return c.notFound();
  const account = payment.session?.account ?? payment.intent?.account ?? "";
  const seller = await sellerName(c.env.DIRECTORY, account);
  const page = <PaymentPage id={id} payment={payment} seller={seller} refused={refused} />;
  return showPage(c, page, refused === null ? 200 : 400);
}
