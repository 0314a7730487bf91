import type { MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { may, studioAction, studioLoader } from "../../../http/studio-route";
import type { Studio } from "../../../tenancy/studio";
import { LinkButton } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { assignableMembers } from "../assignments.server";
import { type SettingsRefusal, saveSettings } from "../commands/save-settings.server";
import { Assignments } from "../components/assignments";
import { AccessPart } from "../components/settings/access-part";
import { BasicsPart } from "../components/settings/basics-part";
import { ChoosingPart } from "../components/settings/choosing-part";
import { LookPart } from "../components/settings/look-part";
import { SellingPart } from "../components/settings/selling-part";
import { type PartResult, type SettingsPartName, settingsParts } from "../components/settings/settings-part";
import { priceHelp } from "../forms/prices";
import { settingsForm } from "../forms/settings";
import { expiryWords } from "../messages/expiry-words";
import { workspaceWords } from "../messages/workspace-words";
import { arrangePath, galleryExpiryPath, galleryPath, gallerySettingsPath } from "../paths";
import { getGallery } from "../queries.server";
import { settingsOf } from "../settings.server";

export const loader = studioLoader({ may: "galleries:write" }, async ({ studio, params }) => {
  const settings = await settingsOf(studio, params.galleryId ?? "");
  return {
    ...settings,
    people: may(studio, "galleries:assign") ? await assignableMembers(studio, settings.id) : null,
  };
});

export const action = studioAction(
  { may: "galleries:write", form: (studio) => settingsForm(studio.tenant) },
  async ({ studio, request, params, values, submission }) => {
    const words = workspaceWords(studio.tenant.locale).settings;
    const before = await getGallery(studio, params.galleryId ?? "");
    const saved = await saveSettings(studio, before.id, values);
    if (!saved.ok) return submission.reply({ fieldErrors: errorsOf(studio, saved.refusal) });
    const renders = saved.value.watermark !== before.watermark && before.readyCount > 0;
    const sentence = renders ? words.renders : words.saved[values.intent];
    throw redirectWithFlash(`${gallerySettingsPath(before.id)}#${values.intent}`, sentence, request);
  },
);

/** The field that a refusal is about, and what is said beside it. */
function errorsOf(studio: Studio, refusal: SettingsRefusal): Record<string, string[]> {
  const words = workspaceWords(studio.tenant.locale).settings;
  const errors: Record<SettingsRefusal, Record<string, string[]>> = {
    expiry_in_the_past: { expiresOn: [words.past] },
    password_missing: { galleryPassword: [words.passwordMissing] },
    no_picks: { picks: [words.picksMissing] },
    no_such_list: { prices: [words.noSuchList] },
    no_price: { price: [priceHelp(studio.tenant.currency)] },
  };
  return errors[refusal];
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${workspaceWords("en").settings.title} · ${data?.name}` },
];

export default function GallerySettings() {
  const gallery = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const words = useWords(workspaceWords).settings;
  const { settings: expiry } = useWords(expiryWords);
  const of = (part: SettingsPartName): PartResult => {
    const isIt = result?.initialValue?.intent === part;
    return {
      typed: isIt ? (result.initialValue ?? null) : null,
      errors: isIt ? (result.error ?? null) : null,
    };
  };
  const parts = [...settingsParts, ...(gallery.people ? (["work"] as const) : [])];
  const { currency, timeZone } = gallery;
  return (
    <>
      <PageHeader title={words.title} back={{ to: galleryPath(gallery.id), label: gallery.name }} />
      <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[10rem_minmax(0,44rem)]">
        <nav aria-label={words.parts} className="lg:sticky lg:top-24 lg:self-start">
          <ul className="-mx-2 flex flex-wrap gap-x-2 lg:grid">
            {parts.map((part) => (
              <li key={part}>
                <a
                  href={`#${part}`}
                  className="text-muted hover:text-ink inline-flex min-h-11 items-center px-2 text-sm hover:underline"
                >
                  {words.part[part]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="min-w-0">
          <BasicsPart gallery={gallery.basics} timeZone={timeZone} result={of("basics")} />
          <LookPart
            gallery={gallery.look}
            coverPhoto={gallery.coverPhoto}
            chooseAt={arrangePath(gallery.id)}
            result={of("look")}
          />
          <AccessPart gallery={gallery.access} result={of("access")} />
          <ChoosingPart proofing={gallery.choosing} currency={currency} result={of("choosing")} />
          <SellingPart
            gallery={gallery.selling}
            lists={gallery.lists}
            currency={currency}
            result={of("selling")}
          />
          <p>
            <LinkButton to={galleryExpiryPath(gallery.id)} variant="secondary">
              {expiry.title}
            </LinkButton>
          </p>
          {gallery.people ? (
            <div id="work" className="scroll-mt-24">
              <Assignments galleryId={gallery.id} people={gallery.people} />
            </div>
          ) : null}
        </div>
      </div>
    </>
  );
}
