/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import { z } from "zod";
import { backstage } from "../backstage";
import type { SandboxHono } from "../environment";
import { showPage } from "../pages/show-page";
import { formFields } from "../request-body";
import { makeChange } from "./change";
import { deliverInBackground } from "./delivery";
import { ExpiredPage, PayPage, type PayProblem } from "./pay-page";
import type { TestMethod } from "./payment-methods";
import { sellerName } from "./seller";
import { type PayOutcome, paySession } from "./session-flow";
import { type SessionRecord, sessionRecord, successAddress } from "./session-record";
import { currentSession } from "./time-passing";

/** What each button of the page pays with. */
const METHODS = {
  pay: { type: "card", outcome: "paid" },
  decline: { type: "card", outcome: "declined", declineCode: "generic_decline" },
  delayed: { type: "sepa_debit", outcome: "delayed", well: true },
  "delayed-fail": { type: "sepa_debit", outcome: "delayed", well: false },
} as const satisfies Record<string, TestMethod>;

const payForm = z.strictObject({
  outcome: z.enum(["pay", "decline", "delayed", "delayed-fail"]),
  /** Sent only when the shop did not give the buyer's address. */
  email: z.string().max(512).optional(),
});

const problems = z.enum(["declined", "no-email"]);

/** The hosted payment page, below `/pay`. */
export const payRoutes = new Hono<SandboxHono>();

payRoutes.get("/:id", async (c) => {
  const kept = await currentSession(backstage(c), c.req.param("id"));
  if (kept === null) return c.notFound();
  const session = sessionRecord(kept);
  if (session.status === "complete") return c.redirect(successAddress(session), 303);
  const seller = await sellerName(c.env.DIRECTORY, session.account);
  if (session.status === "expired") return showPage(c, <ExpiredPage session={session} seller={seller} />);
  const problem: PayProblem | null = problems.safeParse(c.req.query("problem")).data ?? null;
  return showPage(c, <PayPage session={session} seller={seller} problem={problem} />);
});

payRoutes.post("/:id", async (c) => {
  const form = await formFields(c.req.raw, payForm);
  const kept = await currentSession(backstage(c), c.req.param("id"));
  if (kept === null) return c.notFound();
  const session = sessionRecord(kept);
  const page = `/pay/${session.id}`;
  if (session.status !== "open") return c.redirect(page, 303);
  const email = buyerEmail(session, form.email);
  if (email === null && form.outcome !== "decline") return c.redirect(`${page}?problem=no-email`, 303);
  const { value: outcome, events } = await makeChange(c.env, new URL(c.req.url).origin, async (change) => {
    const current = await change.find("session", session.id);
    return current === null ? "closed" : paySession(change, current, email, METHODS[form.outcome]);
  });
  deliverInBackground(backstage(c), events);
  return c.redirect(nextPage(outcome, session), 303);
});

/** Whoever lost a race is sent to the page, which knows what became of the session. */
function nextPage(outcome: PayOutcome, session: SessionRecord): string {
  if (outcome === "paid") return successAddress(session);
  return outcome === "declined" ? `/pay/${session.id}?problem=declined` : `/pay/${session.id}`;
}

/** The address the shop gave, else the one entered, else null. */
function buyerEmail(session: SessionRecord, entered: string | undefined): string | null {
  return session.params.customer_email ?? z.email().safeParse(entered?.trim()).data ?? null;
}
