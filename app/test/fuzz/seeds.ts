import { auditGroups } from "../../features/account/model";
import { RED_PNG } from "../../features/ingest/testing/red-png";
import { env, OWNER_PASSWORD } from "../create-test-studio";
import type { Dice } from "../hostile/dice";
import type { Things } from "../isolation/things";
import { signed } from "../sandbox";
import type { FormFile, Sound } from "./draft";
import { hostileNumber, hostileText } from "./hostile-text";

/** Makes a sound request of a studio's things; with some, what a provider we trust sends is hostile as well. */
type Seed = (things: Things, dice: Dice) => Sound | Promise<Sound>;

const json = (path: string, value: unknown): Sound => ({ path, content: { kind: "json", value } });

function form(path: string, fields: Record<string, string | FormFile>): Sound {
  const multipart = Object.values(fields).some((value) => typeof value !== "string");
  return { path, content: { kind: "form", fields: Object.entries(fields), multipart } };
}

const get = (path: string): Sound => ({ path, content: { kind: "none" } });

const logo: FormFile = { filename: "logo.png", type: "image/png", bytes: RED_PNG };

const region = { timeZone: "Europe/Dublin", currency: "EUR", locale: "en-IE" };

const pictures = {
  intent: "save",
  kind: "logo",
  text: "Proof",
  placement: "corner",
  opacity: "40",
  size: "medium",
  credits: "studio",
  avif: "off",
};

const gallery = { name: "New", visibility: "unlisted", price: "1", expiresOn: "2036-12-24" };

/** Sound requests besides those of the cases: with everything a route can be sent. */
export const moreSeeds: Partial<Record<string, readonly Seed[]>> = {
  "POST /start": [
    (_, dice) => {
      const slug = `fuzz-${dice.below(1_000_000_000)}`;
      const owner = { ownerName: "Fuzz", email: `owner@${slug}.test`, password: OWNER_PASSWORD };
      return form("/start", { name: "Fuzz", slug, ...owner, ...region });
    },
  ],
  "GET /start/slug": [
    (_, dice) => get(`/start/slug?slug=fuzz-${dice.below(1000)}&name=Fuzz`),
    () => get("/start/slug?slug=aurora"),
  ],
  "POST /webhooks/stripe/connect": [anEvent],
  "POST /webhooks/stripe/thin": [aThinEvent],
  "POST /studio/settings": [
    () => form("/studio/settings", { name: "Renamed", tagline: "All", accent: "#2f5d62", logo }),
    () => form("/studio/settings", { name: "Renamed", tagline: "", accent: "#2f5d62", removeLogo: "on" }),
  ],
  "POST /studio/settings/pictures": [() => form("/studio/settings/pictures", { ...pictures, logo })],
  "PATCH /api/v1/galleries/:id": [
    ({ draft }) =>
      json(`/api/v1/galleries/${draft}`, {
        name: "Changed",
        visibility: "unlisted",
        pricePerPhoto: { amount: 100, currency: "EUR" },
        expiresAt: "2036-12-24",
        freeDownloads: "web",
        downloadPin: "2468",
      }),
  ],
  "POST /api/v1/galleries": [
    () =>
      json("/api/v1/galleries", {
        name: "New",
        visibility: "public",
        pricePerPhoto: { amount: 0, currency: "EUR" },
        expiresAt: "2036-12-24T10:00:00+02:00",
        freeDownloads: "original",
        downloadPin: null,
        status: "published",
      }),
  ],
  "POST /studio/galleries/:galleryId/settings": [
    ({ draft }) =>
      form(`/studio/galleries/${draft}/settings`, { ...gallery, freeDownloads: "web", downloadPin: "2468" }),
  ],
  "POST /studio/galleries/new": [
    () => form("/studio/galleries/new", { ...gallery, freeDownloads: "original", downloadPin: "" }),
  ],
  "POST /g/:key/cart": [
    ({ slug }) => form(`/g/${slug}/cart`, { intent: "quantity", line: "cln_none", quantity: "3" }),
    ({ slug }) => form(`/g/${slug}/cart`, { intent: "remove", line: "cln_none" }),
    ({ slug }) => form(`/g/${slug}/cart`, { intent: "accept", total: "1200" }),
    ({ slug, shippingMethod }) =>
      form(`/g/${slug}/cart`, { intent: "delivery", country: "IE", way: shippingMethod }),
  ],
  "POST /g/:key/checkout": [
    ({ slug }) =>
      form(`/g/${slug}/checkout`, {
        ...{
          email: "fuzz@example.com",
          shownTotal: "1690",
          consent: "on",
          name: "Anna",
          line1: "Main Street 1",
        },
        ...{ line2: "", postalCode: "D02", city: "Dublin", state: "" },
      }),
  ],
  "POST /studio/price-lists/:listId/products/:productId": [
    ({ priceList }) =>
      form(`/studio/price-lists/${priceList}/products/new`, {
        ...{
          intent: "save",
          kind: "physical",
          name: "Print",
          price: "25",
          cost: "7,50",
          taxClass: "physical",
        },
        ...{
          shippingClass: "large",
          dimensions: "30 × 40 cm",
          finish: "Matt",
          terms: "Signed",
          fileSize: "web",
        },
        ...{ from1: "3", each1: "22", from2: "10", each2: "19,90" },
      }),
  ],
  "POST /studio/settings/shipping/:methodId": [
    () =>
      form("/studio/settings/shipping/new", {
        ...{ intent: "save", name: "Parcel", kind: "sent", countries: "DE AT", from1: "1", each1: "4.90" },
        ...{ from2: "5", each2: "7.90", largeAmount: "10", freeFrom: "100" },
      }),
  ],
  "POST /studio/price-lists/:listId": [
    ({ priceList }) =>
      form(`/studio/price-lists/${priceList}`, { intent: "mark-up", percent: "-5,5", ending: "95" }),
  ],
  "POST /g/:key/downloads": [({ slug }) => form(`/g/${slug}/downloads`, { photo: "", code: "2468" })],
  "GET /d/:token": [({ downloadToken }) => get(`/d/${downloadToken}?size=web&cursor=pho_none`)],
  "GET /d/:token/archive.zip": [
    ({ downloadToken }) => get(`/d/${downloadToken}/archive.zip?size=original&of=2gb&part=1`),
    ({ downloadToken }) => ({
      ...get(`/d/${downloadToken}/archive.zip`),
      headers: { range: "bytes=20-99", "if-range": '"nothing"', "if-none-match": '"nothing"' },
    }),
  ],
  "GET /d/:token/photos/:photoId": [
    ({ downloadToken, photo }) => ({
      ...get(`/d/${downloadToken}/photos/${photo}?size=original`),
      headers: { range: "bytes=-9", "if-unmodified-since": "Sat, 21 Nov 2026 10:00:00 GMT" },
    }),
  ],
  "POST /studio/downloads/:linkId": [
    ({ downloadLink }) =>
      form(`/studio/downloads/${downloadLink}`, {
        intent: "extend",
        lastDay: "2026-12-24",
        maxDownloads: "5",
      }),
  ],
  "PUT /api/v1/members/:id": [
    ({ colleague }) =>
      json(`/api/v1/members/${colleague}`, { name: "Renamed", phone: "+353 1 234 5678", role: "assistant" }),
  ],
  "POST /account/password": [
    () => form("/account/password", { currentPassword: OWNER_PASSWORD, password: "Brand-new-horse-8" }),
  ],
  "POST /account/devices": [() => form("/account/devices", { intent: "others" })],
  "GET /studio/audit": [
    ({ client }, dice) =>
      get(`/studio/audit?group=${dice.pick(auditGroups)}&about=${client}&from=2026-01-01`),
  ],
};

/** An event as the provider signs it, whatever stands in it. */
function anEvent({ checkoutRef }: Things, dice: Dice): Promise<Sound> {
  const session = dice.oneIn(2) ? checkoutRef : hostileText(dice);
  return notice("connect", dice, {
    id: `evt_${dice.below(1_000_000_000)}`,
    object: "event",
    account: dice.oneIn(2) ? "acct_nobody" : hostileText(dice),
    api_version: "2026-10-28.endive",
    created: dice.oneIn(3) ? hostileNumber(dice) : 1_790_000_000,
    data: { object: { id: session, object: "checkout.session" } },
    livemode: dice.oneIn(6),
    type: dice.oneIn(3) ? hostileText(dice) : "checkout.session.completed",
  });
}

/** The same of a thin event about an account. */
function aThinEvent(_: Things, dice: Dice): Promise<Sound> {
  const id = dice.oneIn(2) ? "acct_nobody" : hostileText(dice);
  return notice("thin", dice, {
    id: `evt_${dice.below(1_000_000_000)}`,
    object: "v2.core.event",
    created: dice.oneIn(3) ? hostileText(dice) : "2026-11-01T10:00:00.000Z",
    livemode: dice.oneIn(6),
    related_object: {
      id,
      type: dice.oneIn(3) ? hostileText(dice) : "v2.core.account",
      url: `/v2/core/accounts/${id}`,
    },
    type: dice.oneIn(3) ? hostileText(dice) : "v2.core.account[requirements].updated",
  });
}

/** Now and then something of the event is missing or null. */
async function notice(
  endpoint: "connect" | "thin",
  dice: Dice,
  event: Record<string, unknown>,
): Promise<Sound> {
  if (dice.oneIn(4)) delete event[dice.pick(Object.keys(event))];
  if (dice.oneIn(6)) event[dice.pick(Object.keys(event))] = null;
  const text = JSON.stringify(event);
  const secret = endpoint === "thin" ? env.STRIPE_THIN_WEBHOOK_SECRET : env.STRIPE_WEBHOOK_SECRET;
  return {
    path: `/webhooks/stripe/${endpoint}`,
    content: { kind: "bytes", bytes: new TextEncoder().encode(text) },
    headers: { "stripe-signature": await signed(text, { secret }) },
  };
}
