import { expect, test } from "vitest";
import { capabilities } from "../features/account/model";
import { aGallery } from "../features/galleries/testing";
import { renditionNames } from "../features/ingest/model";
import type { Declaration } from "../http/studio-route";
import { type Consumer, consume } from "../jobs/consume";
import { aJob, jobRow } from "../jobs/testing";
import { MINUTE } from "../lib/time";
import { jobsConsumer } from "../wiring/jobs";
import { thumbnailsConsumer } from "../wiring/thumbnails";
import { framesOfTheApp, pagesOfTheApp, routesOfTheApp } from "./app-routes";
import { createTestStudio, env, messageBatch } from "./create-test-studio";
import { cases } from "./isolation/cases";
import { missingThings } from "./isolation/things";
import { siteRoutes } from "./pages";
import { actOf, capabilitiesIn, needsOf } from "./rights-matrix/answers";
import { jobNeeds } from "./rights-matrix/job-needs";
import type { Need, RouteNeed } from "./rights-matrix/need";
import { frameNeeds, needs, notAskedYet } from "./rights-matrix/needs";
import { Walk } from "./rights-matrix/walk";
import { changesBetween, StudioTables } from "./table-rows";

const context = {
  waitUntil: () => {},
  passThroughOnException: () => {},
  props: {},
} as unknown as ExecutionContext;

const consumers: [string, Consumer][] = [
  ["jobs", jobsConsumer(context)],
  ["thumbnails", thumbnailsConsumer(context)],
];

/** A page that each frame stands around. */
const framePaths: Record<string, string> = {
  root: "/sign-in",
  "features/studio/routes/workspace.tsx": "/studio/galleries",
  "features/studio/routes/settings.tsx": "/studio/settings",
};

test("the table of needs has a row for every route, act, frame and job there is, and no other", () => {
  expect(Object.keys(needs).toSorted()).toEqual(routesOfTheApp().toSorted());
  expect(Object.keys(frameNeeds).toSorted()).toEqual(framesOfTheApp().toSorted());
  const handlers = consumers.flatMap(([, consumer]) => consumer.handlers);
  expect(Object.keys(jobNeeds).toSorted()).toEqual(
    handlers.map(({ definition }) => definition.name).toSorted(),
  );
  const causes = Object.values(jobNeeds).flatMap(({ by, also = [] }) => [...by, ...also]);
  expect(causes.filter((route) => !(route in needs))).toEqual([]);
  for (const [route, row] of Object.entries(needs)) {
    const asked = cases[route]?.ask(missingThings, missingThings) ?? [];
    const acts = new Set(asked.map(actOf));
    if (typeof row === "object" && "acts" in row)
      expect([...acts].toSorted(), route).toEqual(Object.keys(row.acts).toSorted());
  }
  const pictures = needs["GET /media/:photoId/:version/:file{[a-z]+\\.jpg}"] as { acts: object };
  expect(Object.keys(pictures.acts)).toEqual([
    ...renditionNames,
    ...renditionNames.map((name) => `${name} of a draft`),
  ]);
});

test("what a page declares of itself is what the table says", () => {
  for (const { id, pattern } of pagesOfTheApp()) {
    const { loader, action } = (siteRoutes[id]?.module ?? {}) as Record<string, unknown>;
    for (const [route, run] of [
      [`GET ${pattern}`, loader],
      [`POST ${pattern}`, action],
    ] as const) {
      if (run === undefined) continue;
      const row = needs[route];
      if (row === undefined) throw new Error(`${route} has no row`);
      expect(declaredBy(run), route).toEqual(declarationFor(row));
    }
  }
});

test("every capability is needed somewhere, and none is asked for that the table of rights has not", () => {
  const needed = Object.values(needs).flatMap(needsOf).flatMap(capabilitiesIn);
  expect(capabilities.filter((one) => !needed.includes(one))).toEqual(Object.keys(notAskedYet));
});

/** Thousands of requests, however slow the machine is. */
const WALK = { timeout: 15 * MINUTE };

test(
  "everybody gets the answer that both tables give them, on every route, and who is refused changes nothing",
  WALK,
  async () => {
    const walk = await Walk.start();
    for (const route of Object.keys(cases)) await walk.route(route);
    for (const id of Object.keys(frameNeeds)) await walk.frame(id, framePaths[id] ?? "/");
    expect(walk.surprises).toEqual([]);
    const caused = Object.entries(jobNeeds).filter(([, { by }]) => by.length > 0);
    expect(walk.jobsCaused()).toEqual(Object.fromEntries(caused.map(([job, { by }]) => [job, by])));
  },
);

test("a message does nothing unless the studio it names has the row it names, and the row says what is done", async () => {
  const [here, there] = [await createTestStudio(), await createTestStudio()];
  const [ours, theirs] = [await StudioTables.of(here.dbRef), await StudioTables.of(there.dbRef)];
  const gallery = await aGallery(here.studio);
  const studioId = here.studio.tenant.id;
  for (const name of Object.keys(jobNeeds)) {
    const payload = JSON.stringify({ galleryId: gallery.id, photoId: "pho_none", version: 1 });
    const id = await aJob(here.studio, { name, payload });
    const before = [await ours.rows(), await theirs.rows()] as const;
    const astray = [
      { studioId: there.studio.tenant.id, id },
      { studioId: "std_none", id },
      { studioId, id: `${id}-too` },
    ];
    for (const [queue, consumer] of consumers) {
      for (const message of astray) {
        const batch = messageBatch(queue, { type: "job", name, ...message });
        await consume(batch, env, consumer);
        expect(batch.ack).toHaveBeenCalledOnce();
      }
    }
    expect(changesBetween(before[0], await ours.rows()), name).toEqual([]);
    expect(changesBetween(before[1], await theirs.rows()), name).toEqual([]);
  }
  const open = await aJob(here.studio, {
    name: "mail-gallery-expired",
    payload: JSON.stringify({ galleryId: gallery.id }),
  });
  const lie = messageBatch("jobs", { type: "job", studioId, id: open, name: "register-customer" });
  await consume(lie, env, jobsConsumer(context));
  expect(await jobRow(here.studio, open)).toMatchObject({
    name: "mail-gallery-expired",
    state: "done",
    lastError: null,
  });
});

/** What is read off a loader or action; one that declares nothing is for anybody. */
function declaredBy(run: unknown): Declaration {
  return (run as { declared?: Declaration }).declared ?? { may: "public" };
}

/** The declaration that follows from a row. Acts are declared where one of them needs more than the page does. */
function declarationFor(row: RouteNeed): Declaration {
  const [first, ...others] = needsOf(row);
  const isConfirmed = first?.confirmed && others.every(({ confirmed }) => confirmed);
  const stepUp = isConfirmed ? { confirmed: true as const } : {};
  if (typeof row === "object" && "acts" in row) {
    const may = access(row.page);
    const acts = Object.entries(row.acts).map(([act, need]) => [
      act,
      access(typeof need === "string" ? need : need.may),
    ]);
    const areAlike = acts.every(([, needed]) => needed === may);
    return { may, ...stepUp, ...(areAlike ? {} : { acts: Object.fromEntries(acts) }) };
  }
  return { may: access(first?.may), ...stepUp };
}

function access(may: Need["may"] | undefined): Declaration["may"] {
  const isOpen = ["anyone", "link", "main", "buyer", "nobody", "undefined"].includes(String(may));
  return (isOpen ? "public" : String(may)) as Declaration["may"];
}
