import fc from "fast-check";
import { expect, test } from "vitest";
import { MAX_AMOUNT } from "../../lib/money";
import { dayOf, HOUR } from "../../lib/time";
import { galleryChangesBody, newGalleryBody } from "./forms";
import { newGalleryForm } from "./forms/new-gallery";
import { priceChoiceIn } from "./forms/prices";

const berlin = { currency: "EUR", timeZone: "Europe/Berlin" };
const good = { name: "Anna & Ben", visibility: "public", price: "12.50" };

/** The fields that a form or a body is refused for. */
function refusedFields(schema: ReturnType<typeof newGalleryForm | typeof newGalleryBody>, value: unknown) {
  const result = schema.safeParse(value);
  return result.success ? [] : [...new Set(result.error.issues.map((issue) => issue.path.join(".")))];
}

const zone = fc.constantFrom(
  "Europe/Berlin",
  "Europe/Dublin",
  "America/St_Johns",
  "America/Sao_Paulo",
  "Asia/Tokyo",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Pacific/Kiritimati",
  "UTC",
);

const day = fc
  .date({ min: new Date("2015-01-01"), max: new Date("2090-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test("a last day lasts to its very end in the studio's zone, through form and API alike", () => {
  fc.assert(
    fc.property(day, zone, (expiresOn, timeZone) => {
      const units = { currency: "EUR", timeZone };
      const form = newGalleryForm(units).parse({ ...good, expiresOn });
      const body = galleryChangesBody(units).parse({ expiresAt: expiresOn });
      const end = form.expiresOn ?? 0;
      expect(body.expiresAt).toBe(end);
      expect(dayOf(end, timeZone)).toBe(expiresOn);
      expect(dayOf(end + 1, timeZone) > expiresOn).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test("last days on which the clocks change end at midnight all the same", () => {
  const end = (expiresAt: string) => galleryChangesBody(berlin).parse({ expiresAt }).expiresAt ?? 0;
  expect(end("2027-03-28") - end("2027-03-27")).toBe(23 * HOUR);
  expect(end("2027-10-31") - end("2027-10-30")).toBe(25 * HOUR);
  expect(new Date(end("2027-10-31")).toISOString()).toBe("2027-10-31T22:59:59.999Z");
});

test("the API also takes a moment, if it says at which offset", () => {
  const expiry = (expiresAt: unknown) => galleryChangesBody(berlin).safeParse({ expiresAt });
  expect(expiry("2026-12-24T18:00:00+01:00").data).toEqual({ expiresAt: Date.parse("2026-12-24T17:00Z") });
  expect(expiry(null).data).toEqual({ expiresAt: null });
  for (const wrong of ["2026-12-24T18:00:00", "2026-02-30", "24.12.2026", "tomorrow", "", 1798761599999, {}])
    expect(expiry(wrong).success, String(wrong)).toBe(false);
});

test("a price is typed as people write it and kept in minor units of the studio's currency", () => {
  const typed = (price: string, currency: string) => {
    const chosen = priceChoiceIn({ prices: "photo", price }, currency);
    return chosen.ok && chosen.value && "perPhoto" in chosen.value ? chosen.value.perPhoto : null;
  };
  expect([typed("12.50", "EUR"), typed("12,5", "EUR"), typed("0", "EUR"), typed("0.07", "EUR")]).toEqual([
    1250, 1250, 0, 7,
  ]);
  expect([typed("500", "JPY"), typed("12.50", "JPY"), typed("1.234", "KWD")]).toEqual([500, null, 1234]);
  for (const wrong of ["", "-1", "1e3", "12.505", "1,234.50", "€5", "NaN", "1000000000"])
    expect(typed(wrong, "EUR"), wrong).toBe(null);
});

test("a form says what is sold by a list, a price per photo, nothing, or not at all", () => {
  const chosen = (prices: string | undefined, price: string) => priceChoiceIn({ prices, price }, "EUR");
  expect([chosen(undefined, ""), chosen(undefined, "3"), chosen("none", "3"), chosen("prl_1", "3")]).toEqual(
    [undefined, { perPhoto: 300 }, { priceListId: null }, { priceListId: "prl_1" }].map((value) => ({
      ok: true,
      value,
    })),
  );
});

test("what is wrong with a form is said beside the field", () => {
  const schema = newGalleryForm(berlin);
  expect(refusedFields(schema, good)).toEqual([]);
  expect(refusedFields(schema, {})).toEqual(["name"]);
  expect(refusedFields(schema, { ...good, preset: "christening" })).toEqual(["preset"]);
  expect(refusedFields(schema, { ...good, name: "  " })).toEqual(["name"]);
  expect(refusedFields(schema, { ...good, name: "x".repeat(121) })).toEqual(["name"]);
  expect(refusedFields(schema, { ...good, visibility: "private" })).toEqual(["visibility"]);
  expect(refusedFields(schema, { ...good, expiresOn: "2026-02-29" })).toEqual(["expiresOn"]);
});

test("what is wrong with a body is said by field, down to the price's currency", () => {
  const schema = newGalleryBody(berlin);
  const pricePerPhoto = { amount: 1200, currency: "EUR" };
  const body = { name: "Anna & Ben", pricePerPhoto };
  expect(refusedFields(schema, body)).toEqual([]);
  expect(refusedFields(schema, {})).toEqual(["name"]);
  expect(refusedFields(schema, { name: "Anna & Ben" })).toEqual(["pricePerPhoto"]);
  expect(refusedFields(schema, { name: "Anna & Ben", priceListId: null })).toEqual([]);
  const priced = (price: object) => ({ ...body, pricePerPhoto: { ...pricePerPhoto, ...price } });
  expect(refusedFields(schema, priced({ currency: "USD" }))).toEqual(["pricePerPhoto.currency"]);
  for (const amount of [-1, 12.5, MAX_AMOUNT + 1, "1200", null])
    expect(refusedFields(schema, priced({ amount }))).toEqual(["pricePerPhoto.amount"]);
  expect(refusedFields(schema, { ...body, status: "open" })).toEqual(["status"]);
  expect(refusedFields(schema, { ...body, slug: "mine" })).toEqual([""]);
});

test("a body that leaves everything out but name and price makes an unlisted draft without end", () => {
  const body = newGalleryBody(berlin).parse({
    name: " Anna ",
    pricePerPhoto: { amount: 0, currency: "EUR" },
  });
  expect(body).toMatchObject({ name: "Anna", visibility: "unlisted", expiresAt: null, status: "draft" });
});
