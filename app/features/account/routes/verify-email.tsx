import { data, type MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { useWords } from "../../../ui/locale";
import { MailedLink } from "../../../ui/mailed-link";
import { verificationOf, verifyEmail } from "../commands/verify-email.server";
import { refusalSentence } from "../messages/refusals";
import { accountWords } from "../messages/words";
import { accountPath, signInPath } from "../paths";

/** Looks at the link without using it up: programs that read mail open addresses, people press buttons. */
export const loader = studioLoader({ may: "public" }, async ({ studio, params }) => {
  const email = (await verificationOf(studio, params.token ?? ""))?.email ?? null;
  return data({ studioName: studio.tenant.name, email }, { status: email === null ? 410 : 200 });
});

export const action = studioAction(
  { may: "public", form: z.object({}) },
  async ({ studio, request, params, context, submission }) => {
    const words = accountWords(studio.tenant.locale).verify;
    const verified = await verifyEmail(studio, {
      token: params.token ?? "",
      network: context.visitorNetwork,
    });
    const next = studio.actor.kind === "member" ? accountPath : signInPath;
    if (verified.ok) throw redirectWithFlash(next, words.done, request);
    const sentence = verified.refusal.reason === "taken" ? words.taken : words.gone;
    return submission.reply({ formErrors: [refusalSentence(studio.tenant, verified.refusal, sentence)] });
  },
);

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: `${accountWords("en").verify.title} · ${shown?.studioName}` },
  { name: "robots", content: "noindex" },
];

export default function VerifyEmail() {
  const { studioName, email } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.error?.[""];
  const words = useWords(accountWords).verify;
  const { title, submit, pending } = words;
  return (
    <MailedLink
      brand={studioName}
      opens={email !== null}
      {...{ title, submit, pending, refused }}
      description={words.description(studioName)}
      gone={{ title: words.goneTitle, text: words.gone, to: accountPath, label: words.toAccount }}
    >
      <p className="border-line bg-surface rounded-lg border px-4 py-4 text-center font-medium break-all">
        {email}
      </p>
    </MailedLink>
  );
}
