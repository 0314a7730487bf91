import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { operatorAlerts, studios } from "../../db/directory-schema";
import { auditLog } from "../../events/schema";
import { jobs } from "../../jobs/schema";
import { DAY, HOUR } from "../../lib/time";
import { Directory } from "../../tenancy/directory";
import { setupSteps } from "../../tenancy/schema";
import type { Studio } from "../../tenancy/studio";
import { createTestStudio, deliver, env, later, reopen } from "../../test/create-test-studio";
import { expectErrorLog } from "../../test/error-log";
import { ownerCookie, postForm } from "../../test/pages";
import {
  consumeEvent,
  customersOf,
  eventOf,
  onboard,
  postWebhook,
  switchSandboxFaults,
} from "../../test/sandbox";
import { aGallery } from "../galleries/testing";
import { aPhoto } from "../ingest/testing";
import { placeOrder } from "../storefront/index.server";
import { connectPayments } from "./commands/connect-payments.server";
import { registerCustomer } from "./commands/register-customer.server";
import { canSell, settlePayments } from "./index.server";
import { billingAccount } from "./schema";
import { lookAtAccount } from "./selling.server";

const directory = new Directory(env.DIRECTORY);

/** A studio without an account at the provider, as it is after sign-up. */
async function aPennilessStudio() {
  const made = await createTestStudio();
  await directory.db.update(studios).set({ providerAccount: null }).where(eq(studios.slug, made.slug));
  const studio = await reopen(made.slug);
  await studio.db.delete(setupSteps);
  return { ...made, studio };
}

test("a studio becomes one customer of the platform, however often and at once it is registered", async () => {
  const { studio } = await createTestStudio();
  await Promise.all([registerCustomer(studio), registerCustomer(studio)]);
  await registerCustomer(studio);
  const rows = await studio.db.select().from(billingAccount);
  expect(rows).toHaveLength(1);
  expect((await customersOf(studio.tenant.id)).map(({ id }) => id)).toEqual([rows[0]?.customerId]);
});

test("a provider that is down holds nothing up: the job gives up, the operator hears of it, the sweep mends it", async () => {
  const { studio } = await createTestStudio();
  await directory.db.delete(operatorAlerts);
  const job = {
    id: "evt_x:register-customer",
    name: "register-customer",
    payload: "{}",
    attempts: 4,
    createdAt: 1,
  };
  await studio.db.insert(jobs).values(job);
  await switchSandboxFaults({ customers: true });
  await deliver(studio, job.id, job.name);
  expectErrorLog(/a job failed/);
  await settlePayments(later(studio, 2 * HOUR));
  expect(await studio.db.$count(billingAccount)).toBe(0);
  const alerts = await directory.db.select().from(operatorAlerts);
  expect(alerts).toMatchObject([{ kind: "payment_customers", toldAt: null }]);
  await switchSandboxFaults({ customers: false });
  await settlePayments(later(studio, 3 * HOUR));
  expect(await studio.db.$count(billingAccount)).toBe(1);
});

test("an account is made once, also by two at once, and kept in the directory and the audit log", async () => {
  const { studio, slug } = await aPennilessStudio();
  const urls = await Promise.all([connectPayments(studio), connectPayments(studio)]);
  expect(urls[0]).toMatch(/^http:\/\/sandbox\.localhost:8787\/onboarding\//);
  const reopened = await reopen(slug);
  expect(reopened.providerAccount).toMatch(/^acct_1/);
  const entries = await studio.db.select().from(auditLog).where(eq(auditLog.action, "payments.connected"));
  expect(entries.map(({ details }) => JSON.parse(details).after.account)).toEqual([reopened.providerAccount]);
  expect(await lookAtAccount(reopened)).toBe("incomplete");
});

test("a studio sells when its account takes cards, and no longer when it does not", async () => {
  const { studio, slug } = await aPennilessStudio();
  expect([await lookAtAccount(studio), await canSell(studio)]).toEqual(["none", false]);
  const stateAfter = async (outcome: "leave" | "complete" | "restrict") => {
    const returned = await onboard(await connectPayments(await reopen(slug)), outcome);
    expect(returned).toBe(`${studio.tenant.origin}/studio/settings/payments`);
    const now = await reopen(slug);
    return [await lookAtAccount(now), await canSell(now)];
  };
  expect(await stateAfter("leave")).toEqual(["incomplete", false]);
  expect(await stateAfter("complete")).toEqual(["active", true]);
  expect(await stateAfter("restrict")).toEqual(["restricted", false]);
});

test("a change of the account at the provider is told by webhook, without anybody coming back from there", async () => {
  const { studio, account } = await createTestStudio();
  const sellsOnceToldOf = async (outcome: "complete" | "restrict") => {
    await onboard(await connectPayments(studio), outcome);
    const { id, body } = await eventOf(account, account);
    expect((await postWebhook(body, undefined, "thin")).status).toBe(200);
    expect(await consumeEvent(id)).toBe(true);
    return canSell(studio);
  };
  expect(await canSell(studio)).toBe(true);
  expect(await sellsOnceToldOf("restrict")).toBe(false);
  expect(await sellsOnceToldOf("complete")).toBe(true);
});

test("an event about an account comes again while the provider is down", async () => {
  const { studio, account } = await createTestStudio();
  await onboard(await connectPayments(studio), "restrict");
  const { id, body } = await eventOf(account, account);
  await postWebhook(body, undefined, "thin");
  await switchSandboxFaults({ accounts: true });
  expect([await consumeEvent(id), await canSell(studio)]).toEqual([false, true]);
  expectErrorLog(/a message failed/);
  await switchSandboxFaults({ accounts: false });
  expect([await consumeEvent(id), await canSell(studio)]).toEqual([true, false]);
});

test("an onboarding link that is used up leads to a new one", async () => {
  const { studio, slug } = await aPennilessStudio();
  const url = await connectPayments(studio);
  await onboard(url, "leave");
  expect(await onboard(url, "complete")).toBe(`${studio.tenant.origin}/studio/settings/payments/continue`);
  expect(await lookAtAccount(await reopen(slug))).toBe("incomplete");
});

test("without an account a photo with a price cannot be bought, and a free one can be had", async () => {
  const { studio } = await aPennilessStudio();
  const outcome = async (priceAmount: number) => {
    const gallery = await aGallery(studio, { priceAmount });
    const { id } = await aPhoto(studio, gallery.id);
    const placed = await placeOrder(studio, { gallery, photoIds: [id], email: "buyer@example.com" });
    return placed.ok ? "placed" : placed.refusal.reason;
  };
  expect(await outcome(1200)).toBe("payment_unavailable");
  expect(await outcome(0)).toBe("placed");
});

test("the sweep notices within a day that an account has been restricted", async () => {
  const { studio } = await createTestStudio();
  const account = studio.providerAccount ?? "";
  await onboard(await connectPayments(studio), "restrict");
  await settlePayments(studio);
  expect(await canSell(studio)).toBe(true);
  const nextDay: Studio = later(studio, DAY + HOUR);
  await settlePayments(nextDay);
  expect([account.startsWith("acct_"), await canSell(nextDay)]).toEqual([true, false]);
});

test("the account of a form is never taken: what is onboarded is the studio's own", async () => {
  const made = await createTestStudio();
  const cookie = await ownerCookie(made);
  const answer = await postForm(
    made.slug,
    "/studio/settings/payments",
    { account: "acct_other" },
    { headers: { cookie } },
  );
  expect(answer.status).toBe(303);
  await onboard(answer.headers.get("location") ?? "", "restrict");
  expect(await lookAtAccount(made.studio)).toBe("restricted");
});
