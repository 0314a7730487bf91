import fc from "fast-check";
import { expect, test } from "vitest";
import { HOUR, MINUTE } from "../../lib/time";
import { creditorReference, isCreditorReference, spacedReference } from "./creditor-reference";
import { manualTransfer } from "./manual-transfer";
import { memoryTransferBook } from "./testing/memory-transfer-book";
import { aCheckout, aRefund, keepsTheContract } from "./testing/provider-contract";

function aStudio() {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const book = memoryTransferBook(now);
  const provider = manualTransfer({
    book,
    instructions: async () => "IBAN DE02 1203 0000 0000 2020 51",
    live: false,
    now,
  });
  return { book, provider, pass: (ms: number) => (ahead += ms) };
}

keepsTheContract(async () => {
  const { book, provider } = aStudio();
  return {
    provider,
    stranger: aStudio().provider,
    async receive({ amount, currency }, orderId) {
      const lines = [{ name: "Download", amount, quantity: 1 }];
      const { ref } = await provider.createCheckout(aCheckout({ orderId, currency, lines }));
      book.receive(ref, amount);
      return ref;
    },
  };
});

test("the buyer reads the studio's own words and a reference that banks check", async () => {
  const { provider } = aStudio();
  const { url, transfer } = await provider.createCheckout(aCheckout());
  expect(url).toBeNull();
  expect(transfer?.instructions).toContain("IBAN");
  expect(isCreditorReference(spacedReference(transfer?.reference ?? ""))).toBe(true);
});

test("money in parts pays once all of it is there", async () => {
  const { book, provider, pass } = aStudio();
  const { ref } = await provider.createCheckout(aCheckout());
  book.receive(ref, 6000);
  expect(await provider.retrieveCheckout(ref)).toMatchObject({ state: "open", paid: false });
  expect(await provider.retrievePayment(ref)).toMatchObject({ state: "open", received: 6000 });
  pass(2 * HOUR);
  expect(await provider.retrieveCheckout(ref)).toMatchObject({ state: "open" });
  book.receive(ref, 430);
  expect(await provider.retrieveCheckout(ref)).toMatchObject({ state: "complete", paid: true });
});

test("a transfer that nobody sent in time is over, and counts all the same when it comes", async () => {
  const { book, provider, pass } = aStudio();
  const { ref } = await provider.createCheckout(aCheckout({ payUntil: Date.now() + 10 * MINUTE }));
  pass(11 * MINUTE);
  expect(await provider.retrieveCheckout(ref)).toMatchObject({ state: "expired", paid: false });
  book.receive(ref, 6430);
  expect(await provider.retrieveCheckout(ref)).toMatchObject({ state: "complete", paid: true });
});

test("money that has arrived is given back, not let go, and is never taken twice", async () => {
  const { book, provider } = aStudio();
  const { ref } = await provider.createCheckout(aCheckout());
  const unpaid = await provider.createCheckout(aCheckout());
  book.receive(ref, 6430);
  await expect(provider.cancel(ref, "k")).rejects.toMatchObject({ refusal: "state" });
  await expect(provider.capture(ref, null, "k")).rejects.toMatchObject({ refusal: "state" });
  expect(await provider.cancel(unpaid.ref, "k")).toMatchObject({ state: "canceled" });
  await expect(provider.createCheckout(aCheckout({ charge: "review" }))).rejects.toMatchObject({
    refusal: "state",
  });
  const refund = aRefund(unpaid.ref, { amount: 1, currency: "EUR" });
  await expect(provider.refund(refund)).rejects.toMatchObject({ refusal: "state" });
});

test("a refund that the studio calls off is there to be made again", async () => {
  const { book, provider } = aStudio();
  const { ref } = await provider.createCheckout(aCheckout());
  book.receive(ref, 6430);
  const all = { amount: 6430, currency: "EUR" };
  const refund = await provider.refund(aRefund(ref, all));
  expect(refund.state).toBe("pending");
  book.settleRefund(refund.ref, "canceled");
  expect((await provider.retrievePayment(ref)).refunded).toBe(0);
  await provider.refund(aRefund(ref, all));
  expect((await provider.retrievePayment(ref)).refunded).toBe(6430);
});

test.each([
  ["in another currency", { amount: 100, currency: "USD" }],
  ["of nothing", { amount: 0, currency: "EUR" }],
  ["of less than nothing", { amount: -100, currency: "EUR" }],
  ["of a fraction", { amount: 0.5, currency: "EUR" }],
])("a refund %s is refused", async (_what, amount) => {
  const { book, provider } = aStudio();
  const { ref } = await provider.createCheckout(aCheckout());
  book.receive(ref, 6430);
  await expect(provider.refund(aRefund(ref, amount))).rejects.toMatchObject({ reason: "refused" });
});

test("every reference has right check digits; a wrong digit or letter in it does not pass", async () => {
  // The worked example of ISO 11649.
  expect(isCreditorReference("RF18 5390 0754 7034")).toBe(true);
  const isDigit = (text: string) => /\d/.test(text);
  const property = fc.asyncProperty(
    fc.string(),
    fc.nat(11),
    fc.constantFrom(..."0123456789ABCXYZ"),
    async (id, at, to) => {
      const reference = await creditorReference(id);
      expect(reference).toMatch(/^RF\d\d[2-9A-HJ-NP-Z]{10}$/);
      expect(isCreditorReference(reference)).toBe(true);
      const place = at + 2;
      const from = reference.charAt(place);
      if (from === to || isDigit(from) !== isDigit(to)) return;
      expect(isCreditorReference(reference.slice(0, place) + to + reference.slice(place + 1))).toBe(false);
    },
  );
  await fc.assert(property, { numRuns: 300 });
});
