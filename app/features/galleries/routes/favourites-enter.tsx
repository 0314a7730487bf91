import { data, type MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { cookieHeader } from "../../../http/cookies";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { notFound } from "../../../lib/app-error";
import { formatTime } from "../../../lib/time";
import { useWords } from "../../../ui/locale";
import { MailedLink } from "../../../ui/mailed-link";
import { linkOpens, proveVisitor } from "../commands/prove-visitor.server";
import { favouritesWords } from "../messages/words";
import { favouritesPath, sharePath } from "../paths";
import { findSharedGallery } from "../queries.server";
import { VISITOR_COOKIE, VISITOR_COOKIE_SECONDS } from "../visitor.server";

/** Looks at the link without using it up: programs that read mail open addresses, people press buttons. */
export const loader = studioLoader({ may: "public" }, async ({ studio, params }) => {
  const key = params.key ?? "";
  const gallery = await findSharedGallery(studio, key);
  const opens = gallery?.status === "published" && (await linkOpens(studio, params.token ?? ""));
  const shown = { key, studioName: studio.tenant.name, opens, name: opens ? gallery.name : "" };
  return data(shown, { status: opens ? 200 : 410 });
});

export const action = studioAction(
  { may: "public", form: z.object({}) },
  async ({ studio, request, params, context, submission }) => {
    const key = params.key ?? "";
    if ((await findSharedGallery(studio, key))?.status !== "published") throw notFound();
    const { locale, timeZone } = studio.tenant;
    const words = favouritesWords(locale);
    const network = context.visitorNetwork;
    const proven = await proveVisitor(studio, { token: params.token ?? "", network });
    if (proven.ok) {
      const { secret } = proven.value;
      if (secret) context.setCookie(cookieHeader(VISITOR_COOKIE, secret, VISITOR_COOKIE_SECONDS, request));
      throw redirectWithFlash(favouritesPath(key), words.page.found, request);
    }
    const { refusal } = proven;
    return submission.reply({
      formErrors: [
        refusal.reason === "too_many"
          ? words.enter.tooMany(formatTime(refusal.until, locale, timeZone))
          : words.enter.gone,
      ],
    });
  },
);

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: `${favouritesWords("en").enter.title} · ${shown?.studioName}` },
  { name: "robots", content: "noindex" },
];

export default function FavouritesEnter() {
  const { key, studioName, opens, name } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.error?.[""];
  const words = useWords(favouritesWords).enter;
  const { title, submit, pending } = words;
  return (
    <MailedLink
      brand={studioName}
      opens={opens}
      {...{ title, submit, pending, refused }}
      description={words.text(name)}
      gone={{ title: words.goneTitle, text: words.gone, to: sharePath(key), label: words.toGallery }}
    />
  );
}
