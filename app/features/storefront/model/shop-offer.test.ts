import { expect, test } from "vitest";
import {
  type OfferedProduct,
  offeredAnywhere,
  offeredIn,
  pricesOfLike,
  type ShopOffer,
  totalOfLike,
} from "./shop-offer";

const product = (id: string, like: string, amount: number, tiers: OfferedProduct["tiers"] = []) => ({
  ...{ id, like, name: like, detail: "", amount, currency: "EUR", tiers },
});

const shop: ShopOffer = {
  products: [product("p1", "original", 1200, [{ from: 3, amount: 1000 }]), product("p2", "web", 500)],
  sections: { album: [product("p3", "original", 2500), product("p4", "print", 900)], closed: [] },
  whole: null,
};

test("a photo is sold by the list of its section, and each thing is offered once", () => {
  const ids = (products: OfferedProduct[]) => products.map(({ id }) => id);
  expect([null, "other", "album", "closed"].map((section) => ids(offeredIn(shop, section)))).toEqual([
    ["p1", "p2"],
    ["p1", "p2"],
    ["p3", "p4"],
    [],
  ]);
  expect(ids(offeredAnywhere(shop))).toEqual(["p1", "p2", "p4"]);
  expect(ids(offeredAnywhere({ ...shop, products: [] }))).toEqual(["p3", "p4"]);
  expect([pricesOfLike(shop, "original"), pricesOfLike(shop, "web")]).toEqual([
    { least: 1200, most: 2500 },
    { least: 500, most: 500 },
  ]);
});

test("photos of several sections cost what each is sold for, by the tiers of its own list", () => {
  expect(totalOfLike(shop, "original", [null, "other"])).toBe(2400);
  expect(totalOfLike(shop, "original", [null, "other", "album"])).toBe(4900);
  expect(totalOfLike(shop, "original", [null, null, null, "album"])).toBe(5500);
  expect(totalOfLike(shop, "web", [null, "album"])).toBe(null);
  expect(totalOfLike(shop, "original", ["closed"])).toBe(null);
});
