import type { Announcement } from "../../events/catalogue";
import { newId } from "../../lib/ids";
import type { Studio } from "../../tenancy/studio";
import type { Notice } from "./model";

/** What a notice says besides what happened; only what is needed for its words. */
export interface NoticeDetails {
  /** Where it was done, for whoever has to judge whether it was them. */
  device?: string;
  network?: string;
  /** The address the notice goes to, where it is not the member's present one. */
  to?: string;
  /** How many recovery codes are left. */
  left?: number;
}

/** The event that has a member told of a change to their account; what is personal in it is sealed. */
export async function noticeDue(
  studio: Studio,
  memberId: string,
  notice: Notice,
  details: Pick<NoticeDetails, "to" | "left"> = {},
): Promise<Announcement> {
  const noticeId = newId("notice");
  const { device, network } = studio.actor.from ?? { device: "", network: "" };
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
