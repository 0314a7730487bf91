/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import { z } from "zod";
import { backstage } from "../backstage";
import type { SandboxHono } from "../environment";
import { showPage } from "../pages/show-page";
import { formFields } from "../request-body";
import { deliverInBackground } from "./delivery";
import { currentSession, nowSeconds } from "./expiry";
import { ExpiredPage, PayPage, type PayProblem } from "./pay-page";
import { type SessionRecord, successAddress } from "./session-record";
import { payOnce } from "./session-store";

const payForm = z.strictObject({
  outcome: z.enum(["pay", "decline"]),
  /** Sent only when the shop did not give the buyer's address. */
  email: z.string().max(512).optional(),
});

const problems = z.enum(["declined", "no-email"]);

/** The hosted payment page, below `/pay`. */
export const payRoutes = new Hono<SandboxHono>();

payRoutes.get("/:id", async (c) => {
  const session = await currentSession(backstage(c), c.req.param("id"));
  if (session === null) return c.notFound();
  if (session.status === "complete") return c.redirect(successAddress(session), 303);
  const seller = await sellerName(c.env.DIRECTORY, session);
  if (session.status === "expired") return showPage(c, <ExpiredPage session={session} seller={seller} />);
  const problem: PayProblem | null = problems.safeParse(c.req.query("problem")).data ?? null;
  return showPage(c, <PayPage session={session} seller={seller} problem={problem} />);
});

payRoutes.post("/:id", async (c) => {
  const form = await formFields(c.req.raw, payForm);
  const session = await currentSession(backstage(c), c.req.param("id"));
  if (session === null) return c.notFound();
  const page = `/pay/${session.id}`;
  if (session.status !== "open") return c.redirect(page, 303);
  if (form.outcome === "decline") return c.redirect(`${page}?problem=declined`, 303);
  const email = buyerEmail(session, form.email);
  if (email === null) return c.redirect(`${page}?problem=no-email`, 303);
  const event = await payOnce(c.env.SANDBOX_DB, session, email, await nowSeconds(c.env.DIRECTORY));
  deliverInBackground(backstage(c), event);
  // Whoever lost a race is sent to the page, which knows what became of the session.
  return c.redirect(event === null ? page : successAddress(session), 303);
});

/** The address the shop gave, else the one entered, else null. */
function buyerEmail(session: SessionRecord, entered: string | undefined): string | null {
  return session.params.customer_email ?? z.email().safeParse(entered?.trim()).data ?? null;
}

/** The name of the studio that is paid; its account where the directory knows no studio. */
async function sellerName(directory: D1Database, { account }: SessionRecord): Promise<string> {
  if (account === "") return "the platform";
  const name = await directory
    .prepare("SELECT name FROM studios WHERE provider_account = ?")
    .bind(account)
    .first<string>("name");
  return name ?? account;
}
