/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import { z } from "zod";
import { backstage } from "../backstage";
import type { SandboxHono } from "../environment";
import { Document } from "../pages/layout";
import { showPage } from "../pages/show-page";
import { formFields } from "../request-body";
import {
  type AccountRecord,
  changeAccountState,
  findAccount,
  findAccountLink,
  spendAccountLink,
} from "./account-store";
import { deliverInBackground } from "./delivery";
import { newAccountEvent } from "./events";
import { nowSeconds } from "./product-time";

const outcomeForm = z.strictObject({ outcome: z.enum(["complete", "leave", "restrict"]) });

/** The hosted onboarding page, below `/onboarding`. */
export const onboardingRoutes = new Hono<SandboxHono>();

onboardingRoutes.get("/:link", async (c) => {
  const link = await findAccountLink(c.env.SANDBOX_DB, c.req.param("link"));
  const account = link && (await findAccount(c.env.SANDBOX_DB, link.account));
  if (!link || !account) return c.notFound();
  if (link.used || link.expiresAt <= (await nowSeconds(c.env.DIRECTORY)))
    return c.redirect(link.refreshUrl, 303);
  return showPage(c, <OnboardingPage link={link.id} account={account} />);
});

onboardingRoutes.post("/:link", async (c) => {
  const { outcome } = await formFields(c.req.raw, outcomeForm);
  const link = await findAccountLink(c.env.SANDBOX_DB, c.req.param("link"));
  if (!link) return c.notFound();
  const now = await nowSeconds(c.env.DIRECTORY);
  if (link.expiresAt <= now || !(await spendAccountLink(c.env.SANDBOX_DB, link.id)))
    return c.redirect(link.refreshUrl, 303);
  if (outcome !== "leave") {
    const state = outcome === "complete" ? "active" : "restricted";
    const event = newAccountEvent(link.account, new URL(c.req.url).origin, now);
    deliverInBackground(backstage(c), await changeAccountState(c.env.SANDBOX_DB, state, event));
  }
  return c.redirect(link.returnUrl ?? link.refreshUrl, 303);
});

function OnboardingPage({ link, account }: { link: string; account: AccountRecord }) {
  const { display_name: name = account.id, contact_email: email, defaults, identity } = account.params;
  return (
    <Document title={`Take payments as ${name}`}>
      <header class="test">
        Test onboarding on your own machine: no papers are needed and nothing is sent.
      </header>
      <main class="pay">
        <div class="sheet">
          <p class="muted over">Take payments as</p>
          <h1>{name}</h1>
          <dl class="facts">
            <dt>Account</dt>
            <dd>{account.id}</dd>
            {email && <dt>E-mail</dt>}
            {email && <dd>{email}</dd>}
            <dt>Country</dt>
            <dd>{identity?.country?.toUpperCase() ?? "asked for here"}</dd>
            <dt>Currency</dt>
            <dd>{defaults?.currency?.toUpperCase() ?? "asked for here"}</dd>
          </dl>
          <p>The provider would ask for the business, its owner and a bank account here.</p>
          <form method="post" action={`/onboarding/${link}`} class="stack">
            <button type="submit" name="outcome" value="complete" class="primary">
              Complete
            </button>
            <button type="submit" name="outcome" value="leave">
              Leave it unfinished
            </button>
            <button type="submit" name="outcome" value="restrict">
              Restrict
            </button>
          </form>
        </div>
      </main>
    </Document>
  );
}
