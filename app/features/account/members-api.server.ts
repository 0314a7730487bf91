import { Hono } from "hono";
import { admitted, readJson, readQuery, sendData } from "../../http/api";
import type { HttpEnv } from "../../http/hono-env";
import { pageQuery } from "../../http/pagination";
import { may } from "../../http/studio-route";
import { AppError, type ErrorType } from "../../lib/app-error";
import type { Instant } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { changeMember, type MemberRefusal } from "./commands/change-member.server";
import { type InviteRefusal, inviteMember } from "./commands/invite-member.server";
import { removeMember } from "./commands/remove-member.server";
import { invitationBody, memberChangesBody } from "./forms";
import { getMember, listMembers, type MemberSummary } from "./members-queries.server";
import { accountWords } from "./messages/words";

type Refusal = InviteRefusal | MemberRefusal;

const errorTypes: Record<Refusal["reason"], ErrorType> = {
  role_not_yours: "forbidden",
  unverified: "forbidden",
  member_already: "conflict",
  invited_already: "conflict",
  last_owner: "conflict",
  changed: "conflict",
  too_many: "rate_limited",
};

/** /api/v1/members */
export const membersApi = new Hono<HttpEnv>()
  .get("/", async (c) => {
    const studio = admitted(c, "members:read");
    const { items, nextCursor } = await listMembers(studio, readQuery(c, pageQuery));
    return sendData(c, { items: items.map(present), nextCursor });
  })
  .post("/", async (c) => {
    const studio = admitted(c, "members:write");
    const invited = await inviteMember(studio, await readJson(c, invitationBody));
    if (!invited.ok) throw asError(studio, invited.refusal);
    return sendData(c, present(await getMember(studio, invited.value.id)), 201);
  })
  .get("/:id", async (c) => {
    const studio = admitted(c, "members:read");
    return sendData(c, present(await getMember(studio, c.req.param("id"))));
  })
  .put("/:id", async (c) => {
    const id = c.req.param("id");
    const isSelf = c.var.studio?.actor.id === id && may(c.var.studio, "member");
    const studio = admitted(c, isSelf ? "member" : "members:write");
    const changed = await changeMember(studio, id, await readJson(c, memberChangesBody));
    if (!changed.ok) throw asError(studio, changed.refusal);
    return sendData(c, present(await getMember(studio, id)));
  })
  .delete("/:id", async (c) => {
    const studio = admitted(c, "members:write");
    const id = c.req.param("id");
    const removed = await removeMember(studio, id);
    if (!removed.ok) throw asError(studio, removed.refusal);
    return sendData(c, { id, status: "removed" });
  });

function asError({ tenant, clock }: Studio, refusal: Refusal): AppError {
  const seconds =
    "until" in refusal ? Math.max(1, Math.ceil((refusal.until - clock.now()) / 1000)) : undefined;
  return new AppError(
    errorTypes[refusal.reason],
    accountWords(tenant.locale).people.refused[refusal.reason],
    seconds === undefined ? {} : { retryAfterSeconds: seconds },
  );
}

function present({ hasSecondFactor, lastSeenAt, createdAt, ...member }: MemberSummary) {
  return {
    ...member,
    secondFactor: hasSecondFactor,
    lastSeenAt: isoOf(lastSeenAt),
    createdAt: isoOf(createdAt),
  };
}

const isoOf = (at: Instant | null) => (at === null ? null : new Date(at).toISOString());
