import type { MetaFunction } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { totpUri } from "../../../lib/totp";
import { Button } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { makeRecoveryCodes, turnOffSecondFactor, turnOnSecondFactor } from "../commands/second-factor.server";
import { RecoveryCodes } from "../components/recovery-codes";
import { TwoFactorSetUp } from "../components/two-factor-set-up";
import { twoFactorForm } from "../forms";
import { accountWords } from "../messages/words";
import { accountPath, twoFactorPath } from "../paths";
import { qrCode } from "../qr-code.server";
import { ownAccount, recoveryCodesLeft } from "../queries.server";
import { forgetTotpSetup, totpSecretBeingSetUp } from "../totp-setup.server";

export const loader = studioLoader(
  { may: "member", confirmed: true },
  async ({ studio, request, context }) => {
    const account = await ownAccount(studio);
    if (account.hasSecondFactor)
      return { on: true as const, left: await recoveryCodesLeft(studio, account.id) };
    const secret = await totpSecretBeingSetUp(studio, request, context.setCookie);
    const uri = totpUri({ issuer: studio.tenant.name, account: account.email, secret });
    return { on: false as const, uri, typed: secret.replace(/(.{4})(?=.)/g, "$1 "), qr: qrCode(uri) };
  },
);

export const action = studioAction(
  { may: "member", confirmed: true, form: twoFactorForm },
  async ({ studio, request, context, values, submission }) => {
    const words = accountWords(studio.tenant.locale).twoFactor;
    if (values.intent === "turn-off") {
      await turnOffSecondFactor(studio);
      throw redirectWithFlash(accountPath, words.turnedOff, request);
    }
    if (values.intent === "new-codes") {
      const made = await makeRecoveryCodes(studio);
      if (!made.ok) throw redirectWithFlash(twoFactorPath, words.turnedOff, request);
      return made.value;
    }
    const secret = await totpSecretBeingSetUp(studio, request, context.setCookie);
    const on = await turnOnSecondFactor(studio, { secret, code: values.code });
    if (on.ok) {
      forgetTotpSetup(request, context.setCookie);
      return on.value;
    }
    if (on.refusal.reason === "already_on") throw redirectWithFlash(twoFactorPath, words.alreadyOn, request);
    return submission.reply({ fieldErrors: { code: [words.wrong] } });
  },
);

export const meta: MetaFunction = () => [{ title: accountWords("en").twoFactor.title }];

export default function AccountTwoFactor() {
  const data = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const words = useWords(accountWords);
  const { title, description, onTitle, onText } = words.twoFactor;
  const codes = result && "codes" in result ? result.codes : null;
  const error = result && "error" in result ? (result.error as Record<string, string[]> | null) : null;
  return (
    <>
      <PageHeader
        title={data.on ? onTitle : title}
        description={data.on ? onText : description}
        back={{ to: accountPath, label: words.account.title }}
      />
      {codes ? (
        <RecoveryCodes codes={codes} />
      ) : data.on ? (
        <TurnedOn left={data.left} />
      ) : (
        <TwoFactorSetUp {...data} error={error?.code} />
      )}
    </>
  );
}

function TurnedOn({ left }: { left: number }) {
  const words = useWords(accountWords).twoFactor;
  return (
    <div className="grid max-w-xl gap-10">
      <Form method="post">
        <h2 className="text-2xl">{words.codesTitle}</h2>
        <p className="text-muted mt-2">{words.codesLeft(left)}</p>
        <input type="hidden" name="intent" value="new-codes" />
        <Button variant="secondary" className="mt-5">
          {words.newCodes}
        </Button>
      </Form>
      <Form method="post" className="border-line border-t pt-10">
        <h2 className="text-2xl">{words.turnOff}</h2>
        <p className="text-muted mt-2">{words.turnOffText}</p>
        <input type="hidden" name="intent" value="turn-off" />
        <Button variant="danger" className="mt-5">
          {words.turnOff}
        </Button>
      </Form>
    </div>
  );
}
