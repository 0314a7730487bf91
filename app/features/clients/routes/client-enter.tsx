import { data, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { cookieHeader } from "../../../http/cookies";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { formatTime } from "../../../lib/time";
import { localeOfPage, useWords } from "../../../ui/locale";
import { MailedLink } from "../../../ui/mailed-link";
import { Notice } from "../../../ui/notice";
import { accountLinks, CLIENT_COOKIE } from "../../account/index.server";
import { enterAsClient } from "../commands/client-sign-in.server";
import { clientWords } from "../messages/words";
import { CLIENT_SESSION_LASTS } from "../model";
import { clientPath, clientSignInPath } from "../paths";

/** Looks at the link without using it up: programs that read mail open addresses, people press buttons. */
export const loader = studioLoader({ may: "public" }, async ({ studio, params }) => {
  const opens = (await accountLinks.personOfLink(studio, "client-sign-in", params.token ?? "")) !== null;
  const isMember = studio.actor.kind === "member";
  return data({ studioName: studio.tenant.name, opens, isMember }, { status: opens ? 200 : 410 });
});

export const action = studioAction(
  { may: "public", form: z.object({}) },
  async ({ studio, request, params, context, submission }) => {
    const { locale, timeZone } = studio.tenant;
    const words = clientWords(locale);
    if (studio.actor.kind === "member") return submission.reply({ formErrors: [words.enter.member] });
    const entered = await enterAsClient(studio, {
      token: params.token ?? "",
      network: context.visitorNetwork,
    });
    if (entered.ok) {
      const seconds = CLIENT_SESSION_LASTS / 1000;
      context.setCookie(cookieHeader(CLIENT_COOKIE, entered.value.secret, seconds, request));
      throw redirect(clientPath, 303);
    }
    const { refusal } = entered;
    return submission.reply({
      formErrors: [
        refusal.reason === "too_many"
          ? words.signIn.tooMany(formatTime(refusal.until, locale, timeZone))
          : words.enter.gone,
      ],
    });
  },
);

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) => [
  { title: `${clientWords(localeOfPage(matches)).enter.title} · ${shown?.studioName}` },
  { name: "robots", content: "noindex" },
];

export default function ClientEnter() {
  const { studioName, opens, isMember } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.error?.[""];
  const words = useWords(clientWords).enter;
  const { title, submit, pending } = words;
  return (
    <MailedLink
      brand={studioName}
      opens={opens}
      {...{ title, submit, pending, refused }}
      description={words.description(studioName)}
      gone={{ title: words.goneTitle, text: words.gone, to: clientSignInPath, label: words.another }}
      instead={isMember ? <Notice tone="warning">{words.member}</Notice> : null}
    />
  );
}
