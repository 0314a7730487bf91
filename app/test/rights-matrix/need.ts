import type { Capability } from "../../features/account/model";

/**
 * Who is let in: a capability of the table of rights, or else
 *
 * - "anyone": whoever comes
 * - "link": whoever holds the secret that is part of the address
 * - "main": who may hide photos of the gallery that is asked about: of the askers, members whose work it is
 * - "buyer": the browser or program that placed the order; on pages its client as well, when they are signed in
 * - "member": who is signed in, whatever their role; a key of theirs is not
 * - "client": a client who is signed in
 * - "provider": the payment provider, by its signature, on the platform's host
 * - "nobody": there is nothing there
 */
export type Who =
  | Capability
  | "anyone"
  | "link"
  | "main"
  | "buyer"
  | "member"
  | "client"
  | "provider"
  | "nobody";

/** What one act needs. Several capabilities are needed all at once. */
export interface Need {
  may: Who | readonly Capability[];
  /** Who may it as well. */
  or?: Capability;
  /** The password or a code was given in this browser within the last 15 minutes. */
  confirmed?: true;
  /**
   * What somebody reaches of it: "gallery", for a role whose reach is "assigned" only the one (or its photos) that is
   * theirs; "galleries", of many likewise; "own", what belongs to the one who asks and to nobody else.
   */
  reach?: "gallery" | "galleries" | "own";
}

/** The need of a route: one for all that it does, or one for each act. `page` is what opens the page the acts stand on. */
export type RouteNeed = Who | Need | { page?: Who; acts: Readonly<Record<string, Who | Need>> };

export const ofGallery = (...may: Capability[]): Need => ({ may, reach: "gallery" });
export const ofGalleries = (...may: Capability[]): Need => ({ may, reach: "galleries" });
export const ofOneself: Need = { may: "member", reach: "own" };
export const byBuyerOr = (right: Capability): RouteNeed => ({
  acts: { "by its buyer": { may: "buyer", or: right }, "by the studio": right },
});
export const confirmed = (may: Who): Need => ({ may, confirmed: true });
