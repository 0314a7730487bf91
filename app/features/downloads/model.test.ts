import { expect, test } from "vitest";
import { type LinkFacts, linkState } from "./model";

const NOW = 1000;

const ofOrder = (facts: Partial<LinkFacts> = {}, order = {}): LinkFacts => ({
  createdAt: 0,
  expiresAt: NOW + 1,
  revokedAt: null,
  maxDownloads: null,
  used: 0,
  holder: { kind: "order", isFulfilled: true, isEntitled: true, ...order },
  ...facts,
});

const ofGallery = (gallery = {}, facts: Partial<LinkFacts> = {}): LinkFacts =>
  ofOrder({
    ...facts,
    holder: {
      kind: "gallery",
      status: "published",
      expiresAt: null,
      gives: "web",
      freeDownloadsSince: 0,
      ...gallery,
    },
  });

const state = (link: LinkFacts) => linkState(link, NOW);

test("a link opens until the very moment it ends", () => {
  expect(state(ofOrder())).toBe("open");
  expect(state(ofOrder({ expiresAt: NOW }))).toBe("expired");
  expect(state(ofGallery({ expiresAt: NOW }))).toBe("expired");
  expect(state(ofGallery({ expiresAt: NOW + 1 }))).toBe("open");
});

test("of several reasons not to open, the one is told that a fresh link does not mend", () => {
  const everything = { expiresAt: 0, maxDownloads: 1, used: 1 };
  expect(state(ofOrder({ ...everything, revokedAt: 1 }, { isEntitled: false }))).toBe("revoked");
  expect(state(ofOrder(everything, { isEntitled: false }))).toBe("withdrawn");
  expect(state(ofOrder(everything))).toBe("expired");
  expect(state(ofOrder({ maxDownloads: 1, used: 1 }))).toBe("used_up");
  expect(state(ofOrder({ maxDownloads: 2, used: 1 }))).toBe("open");
});

test("a link means nothing while its order is not fulfilled or its gallery is a draft", () => {
  expect(state(ofOrder({ revokedAt: 1 }, { isFulfilled: false }))).toBe(null);
  expect(state(ofGallery({ status: "draft" }, { revokedAt: 1 }))).toBe(null);
});

test("what a gallery gave is taken back with the gift, and with every link from before a change", () => {
  expect(state(ofGallery({ gives: "none" }))).toBe("revoked");
  expect(state(ofGallery({ freeDownloadsSince: 5 }, { createdAt: 4 }))).toBe("revoked");
  expect(state(ofGallery({ freeDownloadsSince: 5 }, { createdAt: 5 }))).toBe("open");
});
