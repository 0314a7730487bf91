import type { MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { may, studioAction, studioLoader } from "../../../http/studio-route";
import type { Studio } from "../../../tenancy/studio";
import { useWords } from "../../../ui/locale";
import { assignableMembers } from "../assignments.server";
import { type SettingsRefusal, saveSettings } from "../commands/save-settings.server";
import { Assignments } from "../components/assignments";
import { AccessPart } from "../components/settings/access-part";
import { BasicsPart } from "../components/settings/basics-part";
import { ChoosingPart } from "../components/settings/choosing-part";
import { LookPart } from "../components/settings/look-part";
import { SellingPart } from "../components/settings/selling-part";
import { SettingsFrame } from "../components/settings/settings-frame";
import type { PartResult, SettingsPartName } from "../components/settings/settings-part";
import { priceHelp } from "../forms/prices";
import { settingsForm } from "../forms/settings";
import { workspaceWords } from "../messages/workspace-words";
import { arrangePath, gallerySettingsPath } from "../paths";
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
  const of = (part: SettingsPartName): PartResult => {
    const isIt = result?.initialValue?.intent === part;
    return {
      typed: isIt ? (result.initialValue ?? null) : null,
      errors: isIt ? (result.error ?? null) : null,
    };
  };
  const { currency, timeZone } = gallery;
  return (
    <SettingsFrame gallery={gallery} page="parts" hasWork={gallery.people !== null} title={words.title}>
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
      {gallery.people ? (
        <div id="work" className="scroll-mt-24">
          <Assignments galleryId={gallery.id} people={gallery.people} />
        </div>
      ) : null}
    </SettingsFrame>
  );
}
