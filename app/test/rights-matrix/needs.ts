import type { Capability } from "../../features/account/model";
import type { RouteNeed, Who } from "./need";
import { pageNeeds } from "./page-needs";
import { programNeeds } from "./program-needs";

/** What every route needs: those for people first. */
export const needs: Record<string, RouteNeed> = { ...pageNeeds, ...programNeeds };

/** Loaders that stand around pages and can be asked by themselves. */
export const frameNeeds: Record<string, Who> = {
  root: "anyone",
  "features/studio/routes/workspace.tsx": "member",
  "features/studio/routes/settings.tsx": "member",
};

/** Capabilities that no route asks for yet, and what will. */
export const notAskedYet: Partial<Record<Capability, string>> = {};
