import type { MetaFunction } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { Button } from "../../../ui/button";
import { RadioGroup } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { TextArea } from "../../../ui/text-area";
import { paymentsPath } from "../../billing/paths";
import { changePaymentSettings } from "../commands/change-payment-settings.server";
import { LONGEST_INSTRUCTIONS, paymentWaysForm } from "../forms/payments";
import { storefrontWords } from "../messages/words";
import { paymentWaysPath } from "../paths";
import { paymentSettingsOf } from "../payment-methods.server";

export const loader = studioLoader({ may: "payments:write", confirmed: true }, async ({ studio }) => {
  const { transferInstructions, chargesAfterReview } = await paymentSettingsOf(studio);
  return { instructions: transferInstructions, charge: chargesAfterReview ? "review" : "now" };
});

export const action = studioAction(
  { may: "payments:write", confirmed: true, form: paymentWaysForm },
  async ({ studio, request, values }) => {
    await changePaymentSettings(studio, values);
    throw redirectWithFlash(paymentWaysPath, storefrontWords(studio.tenant.locale).ways.saved, request);
  },
);

export const meta: MetaFunction = () => [{ title: storefrontWords("en").ways.title }];

export default function PaymentWays() {
  const before = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const pending = useNavigation().formMethod === "POST";
  const words = useWords(storefrontWords).ways;
  const typed = (name: keyof typeof before) => String(result?.initialValue?.[name] ?? before[name]);
  const errors = result?.error;
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.text}
        back={{ to: paymentsPath, label: words.back }}
      />
      <Form method="post" className="grid max-w-xl gap-9">
        <TextArea
          label={words.instructions}
          name="instructions"
          rows={6}
          maxLength={LONGEST_INSTRUCTIONS}
          hint={words.instructionsHint}
          defaultValue={typed("instructions")}
          error={errors?.instructions}
        />
        <RadioGroup
          legend={words.charge}
          name="charge"
          defaultValue={typed("charge")}
          error={errors?.charge}
          options={(["now", "review"] as const).map((value) => ({
            value,
            label: words.charges[value],
            description: words.chargeTexts[value],
          }))}
        />
        <div>
          <Button size="lg" pending={pending}>
            {pending ? words.saving : words.save}
          </Button>
        </div>
      </Form>
    </>
  );
}
