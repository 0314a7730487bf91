import { type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { formatTime, type Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { brandLogoPath } from "../../studio/paths";
import { askForLink } from "../commands/ask-for-link.server";
import { enterWithLink } from "../commands/enter-with-link.server";
import { enterWithPassword } from "../commands/enter-with-password.server";
import { declineToRegister, registerVisitor } from "../commands/register-visitor.server";
import { AlreadyIn, LinkSent, PersonLink } from "../components/entry-link";
import { GalleryEntry } from "../components/entry-page";
import { entryOf, wayBack } from "../entry.server";
import { entryForm } from "../forms/entry";
import { comeTo } from "../let-in.server";
import { galleryWords } from "../messages/words";
import { lookOf } from "../model";
import { sharePath } from "../paths";
import { personOfToken } from "../people.server";
import { proveVisitor, setVisitor } from "../visitor.server";

/**
 * The door of a gallery. A mailed link is looked at without being used: programs that read mail open addresses, people
 * press buttons.
 */
export const loader = studioLoader({ may: "public" }, async ({ studio, params, request, context }) => {
  const key = params.key ?? "";
  const { gallery, state, standing } = await comeTo({ studio, request, context }, key);
  const query = new URL(request.url).searchParams;
  const token = query.get("token");
  const shown = {
    key,
    galleryName: gallery.name,
    subtitle: gallery.subtitle,
    studioName: studio.tenant.name,
    logoUrl: brandLogoPath(studio.tenant.logoKey),
    pageLook: lookOf(gallery),
  };
  // Of a gallery that has closed, the door is there for those who come to open it again.
  if (state === "expired" && standing.viewer && token === null) throw redirect(sharePath(key));
  if (token !== null) {
    const opens = (await personOfToken(studio, gallery.id, token)) !== null;
    return { ...shown, kind: "link" as const, token, opens, isMember: studio.actor.kind === "member" };
  }
  const entry = await entryOf(studio, { key, gallery, standing, request });
  if (!entry) return { ...shown, kind: "in" as const, to: wayBack(key, query.get("to")) };
  const asks = query.get("by") === "link" ? ("link" as const) : entry.asks;
  return { ...shown, ...entry, asks, kind: "entry" as const };
});

export const action = studioAction(
  { may: "public", form: entryForm },
  async ({ studio, request, params, context, values, submission }) => {
    const key = params.key ?? "";
    const browser = { studio, request, context };
    const { gallery } = await comeTo(browser, key);
    const words = galleryWords(studio.tenant.locale).entry;
    const network = context.visitorNetwork;
    const visitor = () => setVisitor(browser);
    switch (values.intent) {
      case "password": {
        const entered = await enterWithPassword(
          studio,
          { gallery, password: values.password, network },
          visitor,
        );
        if (entered.ok) break;
        const { refusal } = entered;
        const sentence =
          refusal.reason === "too_many"
            ? words.password.tooMany(timeOf(studio, refusal.until))
            : words.password.wrong;
        return submission.reply({ fieldErrors: { password: [sentence] } });
      }
      case "ask": {
        const until = await askForLink(studio, { galleryId: gallery.id, email: values.email, network });
        if (until === null) return { sentTo: values.email };
        return submission.reply({ fieldErrors: { email: [words.link.tooMany(timeOf(studio, until))] } });
      }
      case "register": {
        const consent = values.consent === "on" ? words.registration.consent(studio.tenant.name) : null;
        const left = { galleryId: gallery.id, email: values.email, consent, network };
        const until = await registerVisitor(studio, left, visitor);
        if (until === null) break;
        return submission.reply({
          fieldErrors: { email: [words.registration.tooMany(timeOf(studio, until))] },
        });
      }
      case "decline":
        await declineToRegister(studio, gallery.id, visitor);
        break;
      case "open": {
        const prove = (clientId: string) => proveVisitor(browser, clientId);
        const entered = await enterWithLink(studio, { galleryId: gallery.id, token: values.token }, prove);
        if (!entered.ok) return submission.reply({ formErrors: [words.open.gone] });
        throw redirect(sharePath(key), 303);
      }
    }
    throw redirect(wayBack(key, values.to), 303);
  },
);

const timeOf = ({ tenant }: Studio, until: Instant) => formatTime(until, tenant.locale, tenant.timeZone);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.galleryName} · ${data?.studioName}` },
  { name: "robots", content: "noindex" },
];

export default function Enter() {
  const shown = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  if (result && "sentTo" in result) return <LinkSent entry={shown} sentTo={result.sentTo} />;
  if (shown.kind === "link") return <PersonLink entry={shown} refused={result?.error?.[""]} />;
  if (shown.kind === "in") return <AlreadyIn entry={shown} refused={result?.error} />;
  return <GalleryEntry entry={shown} result={result} />;
}
