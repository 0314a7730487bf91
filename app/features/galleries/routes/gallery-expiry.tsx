import type { MetaFunction } from "@remix-run/cloudflare";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { may, studioAction, studioLoader } from "../../../http/studio-route";
import { typedAmount } from "../../../lib/money";
import { formatDay, type Instant } from "../../../lib/time";
import { useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { changeExpiry } from "../commands/change-expiry.server";
import { ExpiryForm } from "../components/expiry-form";
import { SettingsFrame } from "../components/settings/settings-frame";
import { expiryForm } from "../forms/expiry";
import { expiryWords } from "../messages/expiry-words";
import { deletionsPath, galleryExpiryPath, gallerySettingsPath } from "../paths";
import { getGallery } from "../queries.server";

export const loader = studioLoader({ may: "galleries:write" }, async ({ studio, params }) => {
  const gallery = await getGallery(studio, params.galleryId ?? "");
  const { currency, locale, timeZone } = studio.tenant;
  const day = (at: Instant | null) => (at === null ? null : formatDay(at, locale, timeZone));
  return {
    id: gallery.id,
    name: gallery.name,
    hasWork: may(studio, "galleries:assign"),
    currency,
    lastDay: day(gallery.expiresAt),
    isOver: gallery.expiresAt !== null && gallery.expiresAt < studio.clock.now(),
    deletedOn: day(gallery.originalsDeletedAt),
    plannedFor: gallery.originalsDeletedAt === null ? day(gallery.deletionAt) : null,
    values: {
      reopenPrice:
        gallery.reopenPrice === null ? "" : typedAmount({ amount: gallery.reopenPrice, currency }, locale),
      reopenDays: String(gallery.reopenDays),
      graceDays: String(gallery.graceDays),
      deletesOriginals: gallery.deletesOriginals,
    },
  };
});

export const action = studioAction(
  { may: "galleries:write", form: (studio) => expiryForm(studio.tenant) },
  async ({ studio, request, params: { galleryId = "" }, values }) => {
    await changeExpiry(studio, galleryId, values);
    const { saved } = expiryWords(studio.tenant.locale).settings;
    throw redirectWithFlash(galleryExpiryPath(galleryId), saved, request);
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${expiryWords("en").settings.title} · ${data?.name}` },
];

export default function GalleryExpiry() {
  const gallery = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { settings: words } = useWords(expiryWords);
  const typed = result?.initialValue;
  const text = (name: "reopenPrice" | "reopenDays" | "graceDays") =>
    String(typed ? (typed[name] ?? "") : gallery.values[name]);
  return (
    <SettingsFrame
      gallery={gallery}
      page="expiry"
      hasWork={gallery.hasWork}
      title={words.title}
      description={words.description}
    >
      <div className="mb-12 grid max-w-xl gap-5">
        <p>
          {gallery.lastDay === null
            ? words.noEnd
            : (gallery.isOver ? words.wasOpen : words.lastDay)(gallery.lastDay)}{" "}
          <Link
            to={gallerySettingsPath(gallery.id)}
            className="link inline-flex min-h-6 items-center pointer-coarse:min-h-11"
          >
            {words.change}
          </Link>
        </p>
        {gallery.lastDay === null || gallery.isOver ? null : <p className="text-muted">{words.reminders}</p>}
        {gallery.deletedOn ? <Notice>{words.deleted(gallery.deletedOn)}</Notice> : null}
        {gallery.plannedFor ? (
          <Notice
            tone="warning"
            actions={
              <Link to={deletionsPath} className="link inline-flex min-h-11 items-center">
                {words.seePlanned}
              </Link>
            }
          >
            {words.planned(gallery.plannedFor)}
          </Notice>
        ) : null}
      </div>
      <ExpiryForm
        action={galleryExpiryPath(gallery.id)}
        currency={gallery.currency}
        errors={result?.error}
        values={{
          reopenPrice: text("reopenPrice"),
          reopenDays: text("reopenDays"),
          graceDays: text("graceDays"),
          deletesOriginals: typed ? typed.deletesOriginals === "on" : gallery.values.deletesOriginals,
        }}
      />
    </SettingsFrame>
  );
}
