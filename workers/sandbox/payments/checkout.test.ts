import { afterEach, beforeAll, expect, it } from "vitest";
import {
  anAccount,
  arrived,
  ask,
  ensureDirectory,
  env,
  oneLine,
  press,
  received,
  refusal,
  SANDBOX,
  setClock,
  stripeFor,
  submit,
  twoPrints,
} from "../testing";

const HOUR = 3_600_000;

beforeAll(ensureDirectory);
afterEach(() => setClock(0));

it("a session carries the total of its lines, an unguessable id and a page on the sandbox's host", async () => {
  const session = await stripeFor(anAccount()).checkout.sessions.create(
    twoPrints({
      metadata: { studio: "std_1" },
      locale: "de",
      payment_intent_data: { application_fee_amount: 300 },
    }),
  );
  expect(session).toMatchObject({
    object: "checkout.session",
    amount_subtotal: 5980,
    amount_total: 5980,
    currency: "eur",
    status: "open",
    payment_status: "unpaid",
    payment_intent: null,
    client_reference_id: "ord_1",
    metadata: { studio: "std_1" },
    locale: "de",
    livemode: false,
    ui_mode: "hosted_page",
    url: `${SANDBOX}/pay/${session.id}`,
  });
  expect(session.id).toMatch(/^cs_test_[A-Za-z0-9]{48,}$/);
  expect(session.expires_at - session.created).toBe(24 * 60 * 60);
});

it("a session is retrieved as it was created", async () => {
  const stripe = stripeFor(anAccount());
  const session = await stripe.checkout.sessions.create(twoPrints());
  expect(await stripe.checkout.sessions.retrieve(session.id)).toEqual(session);
});

it("a hundred lines are added up in whole minor units", async () => {
  const line = {
    price_data: { currency: "usd", unit_amount: 333, product_data: { name: "Photo" } },
    quantity: 3,
  };
  const session = await stripeFor(anAccount()).checkout.sessions.create(
    twoPrints({ line_items: Array.from({ length: 100 }, () => line) }),
  );
  expect(session.amount_total).toBe(99_900);
});

it("an unknown parameter is refused by its full name, even where others are missing", async () => {
  const sessions = stripeFor(anAccount()).checkout.sessions;
  const parameters = { ...twoPrints(), success_url: undefined, payment_intent_data: { capture: "now" } };
  expect(await refusal(sessions.create(parameters as never))).toEqual({
    status: 400,
    type: "invalid_request_error",
    code: "parameter_unknown",
    param: "payment_intent_data[capture]",
  });
});

it("an unknown parameter is refused on a GET too", async () => {
  const stripe = stripeFor(anAccount());
  const { id } = await stripe.checkout.sessions.create(twoPrints());
  const refused = await refusal(stripe.checkout.sessions.retrieve(id, { colour: "red" } as never));
  expect(refused).toMatchObject({ code: "parameter_unknown", param: "colour" });
});

it.each([
  ["a missing address", { success_url: undefined }, "parameter_missing", "success_url"],
  ["an emptied address", { cancel_url: "" }, "parameter_invalid_empty", "cancel_url"],
  ["an address of another kind", { cancel_url: "javascript:alert(1)" }, "url_invalid", "cancel_url"],
  ["a wrong e-mail address", { customer_email: "anna" }, "email_invalid", "customer_email"],
  ["no lines", { line_items: undefined }, "parameter_missing", "line_items"],
  ["a mode that is not offered", { mode: "setup" }, "parameter_invalid", "mode"],
  [
    "a fraction",
    { line_items: oneLine(9.5, "eur") },
    "parameter_invalid_integer",
    "line_items[0][price_data][unit_amount]",
  ],
  [
    "a negative price",
    { line_items: oneLine(-100, "eur") },
    "parameter_invalid_integer",
    "line_items[0][price_data][unit_amount]",
  ],
  ["too little", { line_items: oneLine(49, "eur") }, "amount_too_small", "line_items"],
  [
    "a currency that does not exist",
    { line_items: oneLine(500, "xxq") },
    "parameter_invalid",
    "line_items[0][price_data][currency]",
  ],
  [
    "a thousandth of a dinar",
    { line_items: oneLine(1005, "kwd") },
    "parameter_invalid_integer",
    "line_items[0][price_data][unit_amount]",
  ],
  [
    "half a shilling",
    { line_items: oneLine(100_050, "ugx") },
    "parameter_invalid_integer",
    "line_items[0][price_data][unit_amount]",
  ],
  ["two currencies", { line_items: [...oneLine(500, "eur"), ...oneLine(500, "usd")] }, undefined, undefined],
  [
    "a fee above the total",
    { payment_intent_data: { application_fee_amount: 5981 } },
    "parameter_invalid_integer",
    "payment_intent_data[application_fee_amount]",
  ],
])("%s is refused", async (_what, changes, code, param) => {
  const sessions = stripeFor(anAccount()).checkout.sessions;
  const refused = await refusal(sessions.create(twoPrints(changes as never)));
  expect(refused).toEqual({ status: 400, type: "invalid_request_error", code, param });
});

it("the platform takes no fee from itself", async () => {
  const parameters = twoPrints({ payment_intent_data: { application_fee_amount: 1 } });
  expect(await refusal(stripeFor().checkout.sessions.create(parameters))).toMatchObject({ status: 400 });
});

it("a session closes no sooner than in 30 minutes and no later than in a day, by the product's clock", async () => {
  const sessions = stripeFor(anAccount()).checkout.sessions;
  await setClock(48 * HOUR);
  const now = Math.floor((Date.now() + 48 * HOUR) / 1000);
  const session = await sessions.create(twoPrints({ expires_at: now + 1900 }));
  expect(session.expires_at).toBe(now + 1900);
  for (const expires_at of [now + 1700, now + 90_000]) {
    expect(await refusal(sessions.create(twoPrints({ expires_at })))).toMatchObject({ param: "expires_at" });
  }
});

it("a wrong key is refused with 401", async () => {
  const refused = await refusal(
    stripeFor(anAccount(), "sk_test_other").checkout.sessions.create(twoPrints()),
  );
  expect(refused).toMatchObject({ status: 401, type: "invalid_request_error" });
});

it("a session of one account does not exist for another, nor for the platform", async () => {
  const owner = stripeFor(anAccount());
  const { id } = await owner.checkout.sessions.create(twoPrints());
  for (const stranger of [stripeFor(anAccount()), stripeFor()]) {
    const missing = {
      status: 404,
      type: "invalid_request_error",
      code: "resource_missing",
      param: "session",
    };
    expect(await refusal(stranger.checkout.sessions.retrieve(id))).toEqual(missing);
    expect(await refusal(stranger.checkout.sessions.expire(id))).toEqual(missing);
  }
  expect((await owner.checkout.sessions.retrieve(id)).status).toBe("open");
});

it("a call this sandbox does not offer is refused as an unknown address", async () => {
  expect(await refusal(stripeFor().products.create({ name: "Print" }))).toMatchObject({ status: 404 });
});

it("the same key with the same parameters replays the first answer, in whatever order they come", async () => {
  const stripe = stripeFor(anAccount());
  const first = await stripe.checkout.sessions.create(twoPrints(), { idempotencyKey: "order:1" });
  const { mode, ...rest } = twoPrints();
  const second = await stripe.checkout.sessions.create({ ...rest, mode }, { idempotencyKey: "order:1" });
  expect(second).toEqual(first);
  // With a fetch client the SDK hands out a Headers object, whatever its types say.
  expect(new Headers(first.lastResponse.headers).get("idempotent-replayed")).toBeNull();
  expect(new Headers(second.lastResponse.headers).get("idempotent-replayed")).toBe("true");
});

it("a key counts per account, and refuses other parameters", async () => {
  const [one, other] = [stripeFor(anAccount()), stripeFor(anAccount())];
  const options = { idempotencyKey: "order:2" };
  const first = await one.checkout.sessions.create(twoPrints(), options);
  const refused = await refusal(
    one.checkout.sessions.create(twoPrints({ client_reference_id: "x" }), options),
  );
  expect(refused).toMatchObject({ status: 400, type: "idempotency_error" });
  expect((await other.checkout.sessions.create(twoPrints(), options)).id).not.toBe(first.id);
});

it("a refused request does not use up its key", async () => {
  const stripe = stripeFor(anAccount());
  const options = { idempotencyKey: "order:3" };
  await refusal(stripe.checkout.sessions.create(twoPrints({ cancel_url: "" }), options));
  expect((await stripe.checkout.sessions.create(twoPrints(), options)).status).toBe("open");
});

it("of many simultaneous requests with one key one creates a session and the others repeat it or hear 409", async () => {
  const account = anAccount();
  const stripe = stripeFor(account);
  const attempts = await Promise.allSettled(
    Array.from({ length: 10 }, () =>
      stripe.checkout.sessions.create(twoPrints(), { idempotencyKey: "order:4" }),
    ),
  );
  const ids = attempts.flatMap((attempt) => (attempt.status === "fulfilled" ? [attempt.value.id] : []));
  const refusals = attempts.flatMap((attempt) =>
    attempt.status === "rejected" ? [attempt.reason.statusCode] : [],
  );
  expect(new Set(ids).size).toBe(1);
  expect(refusals.every((status) => status === 409)).toBe(true);
  const made = (await (await ask(`/_sandbox/sessions?account=${account}`)).json()) as unknown[];
  expect(made).toHaveLength(1);
});

it("a request whose key is still being answered hears 409", async () => {
  const account = anAccount();
  const stripe = stripeFor(account);
  await stripe.checkout.sessions.create(twoPrints(), { idempotencyKey: "order:5" });
  await env.SANDBOX_DB.prepare("UPDATE idempotency_keys SET status = NULL, body = NULL WHERE account = ?")
    .bind(account)
    .run();
  const refused = await refusal(stripe.checkout.sessions.create(twoPrints(), { idempotencyKey: "order:5" }));
  expect(refused).toMatchObject({ status: 409, type: "idempotency_error" });
});

it("an open session is expired once on request", async () => {
  const stripe = stripeFor(anAccount());
  const { id } = await stripe.checkout.sessions.create(twoPrints());
  expect(await stripe.checkout.sessions.expire(id)).toMatchObject({ status: "expired", url: null });
  expect(await refusal(stripe.checkout.sessions.expire(id))).toMatchObject({ status: 400 });
  const [event] = await arrived(id, 1);
  expect(JSON.parse(event?.body ?? "").type).toBe("checkout.session.expired");
});

it("the payment page names the studio, the items and the exact total, and escapes them", async () => {
  const account = anAccount();
  await env.DIRECTORY.prepare(
    "INSERT INTO studios (id, name, provider_account) VALUES (?, 'Lindqvist & Daughters', ?)",
  )
    .bind(account, account)
    .run();
  const line = {
    price_data: { currency: "jpy", unit_amount: 5000, product_data: { name: "<b>Fuji</b>" } },
    quantity: 3,
  };
  const { id } = await stripeFor(account).checkout.sessions.create(twoPrints({ line_items: [line] }));
  const response = await ask(`/pay/${id}`);
  const page = await response.text();
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(page).toContain("Lindqvist &amp; Daughters");
  expect(page).toContain("&lt;b&gt;Fuji&lt;/b&gt;");
  expect(page).toContain("Pay ¥15,000");
  expect(page).toContain("anna@example.com");
  expect(page).toContain('href="http://studio.localhost:8787/cart"');
});

it("paying completes the session and leads to the success page with the session's id", async () => {
  const stripe = stripeFor(anAccount());
  const { id } = await stripe.checkout.sessions.create(twoPrints());
  const thanks = `http://studio.localhost:8787/thanks?session=${id}`;
  const response = await press(id, "pay");
  expect([response.status, response.headers.get("location")]).toEqual([303, thanks]);
  const session = await stripe.checkout.sessions.retrieve(id);
  expect(session).toMatchObject({ status: "complete", payment_status: "paid", url: null });
  expect(session.payment_intent).toMatch(/^pi_/);
  expect(session.customer_details?.email).toBe("anna@example.com");
  expect((await ask(`/pay/${id}`)).headers.get("location")).toBe(thanks);
});

it("ten simultaneous presses are one payment", async () => {
  const { id } = await stripeFor(anAccount()).checkout.sessions.create(twoPrints());
  const responses = await Promise.all(Array.from({ length: 10 }, () => press(id, "pay")));
  expect(responses.every((response) => response.status === 303)).toBe(true);
  await arrived(id, 1);
  const { n } = (await env.SANDBOX_DB.prepare("SELECT count(*) AS n FROM events WHERE session_id = ?")
    .bind(id)
    .first<{ n: number }>()) ?? { n: -1 };
  expect(n).toBe(1);
});

it("a declined card leaves the session open to another try", async () => {
  const stripe = stripeFor(anAccount());
  const { id } = await stripe.checkout.sessions.create(twoPrints());
  const declined = await press(id, "decline");
  expect(declined.status).toBe(303);
  expect(await (await ask(declined.headers.get("location") ?? "")).text()).toContain("The card was declined");
  expect((await stripe.checkout.sessions.retrieve(id)).payment_status).toBe("unpaid");
  await press(id, "pay");
  expect((await stripe.checkout.sessions.retrieve(id)).payment_status).toBe("paid");
});

it("without a known address the page asks for one", async () => {
  const stripe = stripeFor(anAccount());
  const { id } = await stripe.checkout.sessions.create(twoPrints({ customer_email: undefined }));
  const asked = await press(id, "pay");
  expect(asked.headers.get("location")).toBe(`/pay/${id}?problem=no-email`);
  await submit(`/pay/${id}`, { outcome: "pay", email: "ben@example.com" });
  expect((await stripe.checkout.sessions.retrieve(id)).customer_details?.email).toBe("ben@example.com");
});

it("a session whose time has run out by the product's clock cannot be paid and says so", async () => {
  const stripe = stripeFor(anAccount());
  const { id, expires_at } = await stripe.checkout.sessions.create(twoPrints());
  await setClock(expires_at * 1000 - Date.now() + 1);
  await press(id, "pay");
  expect(await (await ask(`/pay/${id}`)).text()).toContain("This payment page has expired");
  expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({
    status: "expired",
    payment_status: "unpaid",
  });
  const [event] = await arrived(id, 1);
  expect(JSON.parse(event?.body ?? "").type).toBe("checkout.session.expired");
});

it("a total of zero needs no payment", async () => {
  const stripe = stripeFor(anAccount());
  const { id } = await stripe.checkout.sessions.create(twoPrints({ line_items: oneLine(0, "eur") }));
  await press(id, "pay");
  const session = await stripe.checkout.sessions.retrieve(id);
  expect(session).toMatchObject({
    status: "complete",
    payment_status: "no_payment_required",
    payment_intent: null,
  });
});

it.each([["http://evil.localhost:8787"], ["null"], [undefined]])(
  "a payment from the origin %s is refused",
  async (origin) => {
    const stripe = stripeFor(anAccount());
    const { id } = await stripe.checkout.sessions.create(twoPrints());
    const headers: Record<string, string> = origin === undefined ? {} : { origin };
    const body = new URLSearchParams({ outcome: "pay" });
    expect((await ask(`/pay/${id}`, { method: "POST", headers, body })).status).toBe(403);
    expect((await stripe.checkout.sessions.retrieve(id)).status).toBe("open");
    expect(await received(id)).toEqual([]);
  },
);
