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

/** A product that no list has itself, but may have the like of. */
const asked = (like: string) => ({ id: "none", like });

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
  expect([pricesOfLike(shop, asked("original")), pricesOfLike(shop, asked("web"))]).toEqual([
    { least: 1200, most: 2500 },
    { least: 500, most: 500 },
  ]);
});

test("photos of several sections cost what each is sold for, by the tiers of its own list", () => {
  expect(totalOfLike(shop, asked("original"), [null, "other"])).toBe(2400);
  expect(totalOfLike(shop, asked("original"), [null, "other", "album"])).toBe(4900);
  expect(totalOfLike(shop, asked("original"), [null, null, null, "album"])).toBe(5500);
  expect(totalOfLike(shop, asked("web"), [null, "album"])).toBe(null);
  expect(totalOfLike(shop, asked("original"), ["closed"])).toBe(null);
});

test("two products of one list that are alike are two offers, each at its own price", () => {
  const own = [product("private", "web", 500), product("commercial", "web", 5000)];
  const album = [product("album", "web", 800), product("wide", "print", 900), product("tall", "print", 950)];
  const two: ShopOffer = { products: own, sections: { album, again: album }, whole: null };
  expect(offeredAnywhere(two).map(({ id }) => id)).toEqual(["private", "commercial", "wide", "tall"]);
  const commercial = { id: "commercial", like: "web" };
  expect(pricesOfLike(two, commercial)).toEqual({ least: 800, most: 5000 });
  expect(totalOfLike(two, commercial, [null, "album"])).toBe(5800);
  expect(totalOfLike(two, { id: "tall", like: "print" }, ["album", "again"])).toBe(1900);
});

test("photos of two sections that share a list reach its tiers together", () => {
  const list = () => [product("p1", "web", 500, [{ from: 2, amount: 400 }])];
  const shared: ShopOffer = { products: [], sections: { one: list(), two: list() }, whole: null };
  expect(totalOfLike(shared, { id: "p1", like: "web" }, ["one", "two"])).toBe(800);
});
