import { redirect } from "@remix-run/cloudflare";
import { z } from "zod";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction } from "../../../http/studio-route";
import { sendVerification } from "../commands/verify-email.server";
import { safePath } from "../forms";
import { refusalSentence } from "../messages/refusals";
import { accountWords } from "../messages/words";
import { accountPath } from "../paths";
import { unverifiedEmail } from "../queries.server";

export const loader = () => redirect(accountPath);

/** "Send it again" of the banner that asks a member to verify their address. */
export const action = studioAction(
  { may: "member", form: z.object({ to: z.string().max(500).optional() }) },
  async ({ studio, request, values }) => {
    const to = safePath(values.to, accountPath);
    const email = await unverifiedEmail(studio);
    if (email === null) throw redirect(to, 303);
    const until = await sendVerification(studio);
    const sentence =
      until === null
        ? accountWords(studio.tenant.locale).verify.sent(email)
        : refusalSentence(studio.tenant, { reason: "too_many", until });
    throw redirectWithFlash(to, sentence, request);
  },
);
