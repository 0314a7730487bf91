import { redirect } from "@remix-run/cloudflare";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction } from "../../../http/studio-route";
import { signOutDevices } from "../commands/end-sign-ins.server";
import { devicesForm } from "../forms";
import { accountWords } from "../messages/words";
import { accountPath } from "../paths";

export const loader = () => redirect(accountPath);

/** Signs one of the member's own browsers out, or all others. One that is not theirs changes nothing. */
export const action = studioAction(
  { may: "member", confirmed: true, form: devicesForm },
  async ({ studio, request, values }) => {
    const words = accountWords(studio.tenant.locale).account;
    await signOutDevices(studio, values.intent === "one" ? { signIn: values.signIn } : "others");
    const sentence = values.intent === "one" ? words.signedOutOne : words.signedOutOthers;
    throw redirectWithFlash(accountPath, sentence, request);
  },
);
