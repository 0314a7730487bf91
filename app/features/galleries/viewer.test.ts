import { expect, test } from "vitest";
import { stranger } from "../../tenancy/actor";
import { actingAs, type Studio } from "../../tenancy/studio";
import { createTestStudio } from "../../test/create-test-studio";
import { aMember } from "../account/testing";
import { clients } from "../clients/schema";
import type { Gallery, Visibility } from "./model";
import { galleryPeople, galleryVisits, visitors } from "./schema/visitors";
import { aGallery } from "./testing";
import { standingIn } from "./viewer.server";

test("whoever comes to a public gallery is a buyer, and sees nothing hidden", async () => {
  const { studio, gallery } = await aGalleryThatIs("public");
  const { viewer } = await standingIn(asStranger(studio), gallery);
  expect(viewer).toMatchObject({ role: "buyer", seesHidden: false, isMember: false, clientId: null });
});

test("an unlisted gallery lets in whoever has its secret address, and whoever has opened it before", async () => {
  const { studio, gallery } = await aGalleryThatIs("unlisted");
  const visitor = asStranger(studio);
  expect(await standingIn(visitor, gallery)).toEqual({ viewer: null, asks: "link" });
  expect((await standingIn(visitor, gallery, { key: gallery.shareKey })).viewer?.role).toBe("guest");
  const before = withVisitor(studio, { id: null, clientId: null, isProven: false, keys: [gallery.shareKey] });
  expect((await standingIn(before, gallery)).viewer?.role).toBe("guest");
});

test("a password lets in until another one is set", async () => {
  const { studio, gallery } = await aGalleryThatIs("password");
  const { actor, visitorId } = await aVisitor(studio);
  expect((await standingIn(actor, gallery)).asks).toBe("password");
  await studio.db.insert(galleryVisits).values({
    galleryId: gallery.id,
    visitorId,
    accessVersion: gallery.accessVersion,
    firstAt: 1,
    lastAt: 1,
  });
  expect((await standingIn(actor, gallery)).viewer?.role).toBe("guest");
  expect((await standingIn(actor, { ...gallery, accessVersion: 2 })).asks).toBe("password");
});

test("named people come in by their role, once it is proven who they are and until it is taken away", async () => {
  const { studio, gallery } = await aGalleryThatIs("people");
  const clientId = "cli_anna";
  await studio.db.insert(clients).values({ id: clientId, email: "anna@example.com", createdAt: 1 });
  await studio.db
    .insert(galleryPeople)
    .values({ id: "gpe_1", galleryId: gallery.id, clientId, role: "main", createdAt: 1 });
  const says = withVisitor(studio, { id: "vis_1", clientId, isProven: false, keys: [] });
  const proved = withVisitor(studio, { id: "vis_1", clientId, isProven: true, keys: [] });
  expect((await standingIn(says, gallery)).asks).toBe("link");
  expect((await standingIn(proved, gallery)).viewer).toMatchObject({
    role: "main",
    seesHidden: true,
    clientId,
  });
  await studio.db.update(galleryPeople).set({ revokedAt: 2 });
  expect((await standingIn(proved, gallery)).asks).toBe("link");
});

test("a member sees a gallery as anybody they name, one who is not assigned to it as a stranger does", async () => {
  const { studio, gallery } = await aGalleryThatIs("people");
  const [manager, photographer] = [await aMember(studio, "manager"), await aMember(studio, "photographer")];
  expect((await standingIn(manager.studio, gallery)).viewer).toMatchObject({ role: "main", isMember: true });
  const asGuest = await standingIn(manager.studio, gallery, { as: "guest" });
  expect(asGuest.viewer).toMatchObject({ role: "guest", isMember: true, seesHidden: false });
  expect((await standingIn(photographer.studio, gallery)).asks).toBe("link");
});

test("where an address has to be left, nobody is in before", async () => {
  const { studio, gallery } = await aGalleryThatIs("public");
  const asking = { ...gallery, registration: "required" as const };
  const { actor, visitorId } = await aVisitor(studio);
  expect((await standingIn(actor, asking)).asks).toBe("registration");
  const visit = { galleryId: gallery.id, visitorId, registeredAt: 1, firstAt: 1, lastAt: 1 };
  await studio.db.insert(galleryVisits).values(visit);
  expect((await standingIn(actor, asking)).viewer?.role).toBe("buyer");
});

async function aGalleryThatIs(visibility: Visibility): Promise<{ studio: Studio; gallery: Gallery }> {
  const { studio } = await createTestStudio();
  return { studio, gallery: await aGallery(studio, { visibility }) };
}

async function aVisitor(studio: Studio): Promise<{ actor: Studio; visitorId: string }> {
  const visitorId = "vis_1";
  await studio.db.insert(visitors).values({ id: visitorId, secretHash: "hash", createdAt: 1, seenAt: 1 });
  return {
    actor: withVisitor(studio, { id: visitorId, clientId: null, isProven: false, keys: [] }),
    visitorId,
  };
}

const asStranger = (studio: Studio) => actingAs(studio, stranger);

const withVisitor = (studio: Studio, visitor: NonNullable<Studio["actor"]["visitor"]>) =>
  actingAs(studio, { ...stranger, visitor });
