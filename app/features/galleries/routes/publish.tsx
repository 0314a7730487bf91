import type { MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { PageHeader } from "../../../ui/page-header";
import { VerifyFirst } from "../../account/components/verify-first";
import { cancelMailing } from "../commands/cancel-mailing.server";
import type { MailingRefusal } from "../commands/plan-mailing.server";
import { publishAndTell, testMailing } from "../commands/publish-and-tell.server";
import { repeatMailing } from "../commands/repeat-mailing.server";
import { MailingList } from "../components/publish/mailing-list";
import { PublishForm } from "../components/publish/publish-form";
import { publishForm } from "../forms/publish";
import { workspaceWords } from "../messages/workspace-words";
import { galleryPath, publishPath } from "../paths";
import { publishingOf } from "../publishing.server";

export const loader = studioLoader({ may: "galleries:publish" }, ({ studio, params }) =>
  publishingOf(studio, params.galleryId ?? ""),
);

export const action = studioAction(
  { may: "galleries:publish", form: publishForm },
  async ({ studio, request, params: { galleryId = "" }, values, submission }) => {
    const words = workspaceWords(studio.tenant.locale).publish;
    if (values.intent === "cancel") {
      const isBack = await cancelMailing(studio, galleryId, values.mailing);
      throw redirectWithFlash(publishPath(galleryId), isBack ? words.canceled : words.tooLate, request);
    }
    if (values.intent === "again") {
      const again = await repeatMailing(studio, galleryId, values.mailing);
      const sentence = again.ok
        ? words.repeated
        : { draft: words.noneSentAgain, not_failed: words.notFailed }[again.refusal];
      throw redirectWithFlash(publishPath(galleryId), sentence, request);
    }
    if (values.intent === "test") {
      const test = await testMailing(studio, galleryId, values);
      if (!test.ok)
        return { ...submission.reply({ fieldErrors: errorsOf(test.refusal, words) }), tested: false };
      return { ...submission.reply(), tested: true };
    }
    const done = await publishAndTell(studio, galleryId, values);
    if (!done.ok)
      return { ...submission.reply({ fieldErrors: errorsOf(done.refusal, words) }), tested: false };
    const sentence = { none: words.published, now: words.told, later: words.planned }[values.when];
    throw redirectWithFlash(galleryPath(galleryId), sentence, request);
  },
);

type Words = ReturnType<typeof workspaceWords>["publish"];

/** The field that a refusal is about, and what is said beside it. */
function errorsOf(refusal: MailingRefusal | { reason: "no_moment" }, words: Words): Record<string, string[]> {
  switch (refusal.reason) {
    case "unknown_variable":
      return { [refusal.field]: [words.unknown(refusal.names.join(", "))] };
    case "no_password":
      return { [refusal.field]: [words.noPassword] };
    case "no_pin":
      return { [refusal.field]: [words.noPin] };
    case "no_last_day":
      return { [refusal.field]: [words.noLastDay] };
    case "no_moment":
      return { day: [words.momentMissing] };
    case "planned_before":
      return { when: [words.plannedBefore] };
    case "in_the_past":
      return { day: [words.past] };
    case "nobody":
      return { recipients: [words.nobody] };
    case "studio_unverified":
      return { when: [words.unverified] };
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${workspaceWords("en").publish.title} · ${data?.name}` },
];

export default function Publish() {
  const gallery = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const words = useWords(workspaceWords).publish;
  const isTested = result !== undefined && "tested" in result && result.tested;
  return (
    <>
      <PageHeader
        title={gallery.isPublished ? words.tellTitle : words.title}
        description={gallery.isPublished ? words.tellDescription : words.description}
        back={{ to: galleryPath(gallery.id), label: gallery.name }}
      />
      {isTested ? (
        <Notice tone="positive" className="mb-8 max-w-2xl">
          {words.tested}
        </Notice>
      ) : null}
      {gallery.isVerified ? null : (
        <VerifyFirst email={gallery.unverifiedEmail} className="mb-8 max-w-2xl">
          {words.unverified}
        </VerifyFirst>
      )}
      <PublishForm
        gallery={gallery}
        text={gallery.text}
        typed={result?.initialValue}
        errors={result?.error}
      />
      <MailingList mailings={gallery.mailings} />
    </>
  );
}
