import { type MetaFunction, redirect } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { isPaymentProviderError } from "../../../adapters/payments/payment-provider";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { errorFields, log } from "../../../lib/log";
import { Button, LinkButton } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { Notice, type Tone } from "../../../ui/notice";
import { PageHeader } from "../../../ui/page-header";
import { paymentWaysPath } from "../../storefront/paths";
import { connectPayments } from "../commands/connect-payments.server";
import { connectForm } from "../forms";
import { billingWords } from "../messages/words";
import { lookAtAccount } from "../selling.server";

export const loader = studioLoader({ may: "payments:write" }, async ({ studio }) => {
  const state = await lookAtAccount(studio).catch((error: unknown) => {
    if (!isPaymentProviderError(error)) throw error;
    log("warn", "an account could not be looked at", { studioId: studio.tenant.id, ...errorFields(error) });
    return "unknown" as const;
  });
  return { state, account: studio.providerAccount };
});

export const action = studioAction(
  { may: "payments:write", form: connectForm },
  async ({ studio, submission }) => {
    const url = await connectPayments(studio).catch((error: unknown) => {
      if (!isPaymentProviderError(error)) throw error;
      log("error", "the onboarding cannot be opened", { studioId: studio.tenant.id, ...errorFields(error) });
      return null;
    });
    if (url !== null) throw redirect(url, 303);
    return submission.reply({ formErrors: [billingWords(studio.tenant.locale).payments.unreachable] });
  },
);

export const meta: MetaFunction = () => [{ title: billingWords("en").payments.title }];

const tones: Record<string, Tone> = {
  none: "info",
  incomplete: "warning",
  active: "positive",
  restricted: "danger",
  unknown: "warning",
};

export default function Payments() {
  const { state, account } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const pending = useNavigation().formMethod === "POST";
  const words = useWords(billingWords).payments;
  const said = words[state];
  const refused = result?.error?.[""];
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={words.title}
        description={words.intro}
        actions={
          <LinkButton to={paymentWaysPath} variant="secondary">
            {words.ways}
          </LinkButton>
        }
      />
      {refused ? (
        <Notice tone="danger" className="mb-6">
          {refused[0]}
        </Notice>
      ) : null}
      <Notice tone={tones[state]} title={said.title}>
        {said.text}
      </Notice>
      {account ? (
        <p className="text-muted mt-4 text-sm">
          {words.account} <span className="font-mono">{account}</span>
        </p>
      ) : null}
      <Form method="post" className="mt-8">
        <Button size="lg" pending={pending} variant={state === "active" ? "secondary" : "primary"}>
          {pending ? words.opening : said.action}
        </Button>
      </Form>
    </div>
  );
}
