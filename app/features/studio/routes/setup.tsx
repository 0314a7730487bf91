import type { MetaFunction } from "@remix-run/cloudflare";
import { redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { may, studioAction, studioLoader } from "../../../http/studio-route";
import { formatDay } from "../../../lib/time";
import { useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { PageHeader } from "../../../ui/page-header";
import { Progress } from "../../../ui/progress";
import { galleriesPath } from "../../galleries/paths";
import { fillWithExample } from "../commands/fill-with-example.server";
import { removeExample } from "../commands/remove-example.server";
import { sendToSelf } from "../commands/send-to-self.server";
import { ExampleCard } from "../components/example-card";
import { SetupList } from "../components/setup-list";
import { examplePhotos } from "../example-photos.server";
import { setupForm } from "../forms";
import { studioWords } from "../messages/words";
import { setupPath } from "../paths";
import { hideSetup, setupOf } from "../setup.server";

export const loader = studioLoader({ may: "studio:write" }, async ({ studio }) => {
  const { locale, timeZone } = studio.tenant;
  const isInTrial = studio.trialEndsAt !== null && studio.trialEndsAt > studio.clock.now();
  return {
    ...(await setupOf(studio)),
    member: studio.actor.name,
    connectsPayments: may(studio, "payments:write"),
    trialUntil: isInTrial ? formatDay(studio.trialEndsAt ?? 0, locale, timeZone) : null,
  };
});

export const action = studioAction(
  { may: "studio:write", form: setupForm },
  async ({ studio, request, context, values: { intent }, submission }) => {
    const words = studioWords(studio.tenant.locale).setup;
    if (intent === "hide") {
      await hideSetup(studio);
      throw redirect(galleriesPath, 303);
    }
    if (intent === "fill") {
      await fillWithExample(studio, examplePhotos(context.env));
      throw redirectWithFlash(setupPath, words.example.filled, request);
    }
    if (intent === "remove") {
      const { kept } = await removeExample(studio);
      throw redirectWithFlash(setupPath, kept ? words.example.kept : words.example.removed, request);
    }
    const sent = await sendToSelf(studio);
    if (!sent.ok) return submission.reply({ formErrors: [words.refusals[sent.refusal]] });
    throw redirectWithFlash(setupPath, words.sent(sent.value.gallery), request);
  },
);

export const meta: MetaFunction = () => [{ title: studioWords("en").setup.title }];

export default function SetupPage() {
  const { steps, hidden, example, published, member, connectsPayments, trialUntil } =
    useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const words = useWords(studioWords).setup;
  const done = steps.filter((step) => step.done).length;
  const isAllDone = done === steps.length;
  const refused = result?.error?.[""];
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={done === 0 ? words.welcome(member) : words.title}
        description={
          <>
            {isAllDone ? words.doneLead : words.lead}
            {trialUntil ? <> {words.trial(trialUntil)}</> : null}
          </>
        }
      />
      {refused ? (
        <Notice tone="danger" className="mb-6">
          {refused[0]}
        </Notice>
      ) : null}
      <Progress
        label={words.progress}
        value={done}
        max={steps.length}
        valueText={words.progressText(done, steps.length)}
      />
      <SetupList
        steps={steps}
        published={published}
        connectsPayments={connectsPayments}
        canHide={!hidden && !isAllDone}
      />
      <ExampleCard example={example} />
    </div>
  );
}
