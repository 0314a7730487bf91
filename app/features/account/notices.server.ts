import type { Announcement } from "../../events/catalogue";
import { newId } from "../../lib/ids";
import type { Studio } from "../../tenancy/studio";
import type { Notice, Role } from "./model";

/** What a notice says besides what happened; only what is needed for its words. */
export interface NoticeDetails {
  /** Where it was done, for whoever has to judge whether it was them. */
  device?: string;
  network?: string;
  /** The address the notice goes to, where it is not the member's present one. */
  to?: string;
  /** How many recovery codes are left. */
  left?: number;
  /** What the member may do from now on. */
  role?: Role;
}

/**
 * The event that has a member told of a change to their account; what is personal in it is sealed. Where a colleague
 * did it, whence is theirs and not told.
 */
export async function noticeDue(
  studio: Studio,
  memberId: string,
  notice: Notice,
  details: Pick<NoticeDetails, "to" | "left" | "role"> = {},
): Promise<Announcement> {
  const noticeId = newId("notice");
  const { kind, id, from } = studio.actor;
  const byColleague = kind === "member" && id !== memberId;
  const { device, network } = from && !byColleague ? from : { device: "", network: "" };
  const sealed = await studio.seal(sealName(noticeId), JSON.stringify({ device, network, ...details }));
  const at = studio.clock.now();
  return { name: "account.notice_due", payload: { noticeId, memberId, notice, at, sealed } };
}

export async function noticeDetails(
  studio: Studio,
  { noticeId, sealed }: { noticeId: string; sealed: string },
): Promise<NoticeDetails> {
  return JSON.parse(await studio.unseal(sealName(noticeId), sealed)) as NoticeDetails;
}

const sealName = (noticeId: string) => `notice:${noticeId}`;
