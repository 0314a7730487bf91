import type { MetaFunction } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { formatMoment } from "../../../lib/time";
import { Badge } from "../../../ui/badge";
import { Button, LinkButton } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { changeProfile } from "../commands/change-profile.server";
import { AccountSection, SettingRow } from "../components/account-section";
import { DeviceList } from "../components/device-list";
import { profileForm } from "../forms";
import { accountWords } from "../messages/words";
import {
  accountPath,
  apiKeysPath,
  changeEmailPath,
  changePasswordPath,
  leavePath,
  twoFactorPath,
} from "../paths";
import { listDevices, ownAccount, recoveryCodesLeft } from "../queries.server";

export const loader = studioLoader({ may: "member" }, async ({ studio }) => {
  const { id, name, phone, email, emailVerifiedAt, hasSecondFactor } = await ownAccount(studio);
  const [devices, codesLeft] = await Promise.all([listDevices(studio, id), recoveryCodesLeft(studio, id)]);
  const { locale, timeZone } = studio.tenant;
  const { proof } = studio.actor;
  return {
    name,
    phone,
    email,
    verified: emailVerifiedAt !== null,
    hasSecondFactor,
    codesLeft,
    devices: devices.map(({ createdAt, lastSeenAt, ...device }) => ({
      ...device,
      firstSeen: formatMoment(createdAt, locale, timeZone),
      lastSeen: formatMoment(lastSeenAt, locale, timeZone),
      here: proof?.by === "sign-in" && proof.id === device.id,
    })),
  };
});

export const action = studioAction(
  { may: "member", form: profileForm },
  async ({ studio, request, values }) => {
    await changeProfile(studio, { name: values.name, phone: values.phone ?? "" });
    throw redirectWithFlash(accountPath, accountWords(studio.tenant.locale).account.saved, request);
  },
);

export const meta: MetaFunction = () => [{ title: accountWords("en").account.title }];

export default function Account() {
  const account = useLoaderData<typeof loader>();
  const { account: words, leave } = useWords(accountWords);
  return (
    <>
      <PageHeader title={words.title} />
      <AccountSection title={words.profile} text={words.profileText}>
        <ProfileForm name={account.name} phone={account.phone} />
      </AccountSection>
      <AccountSection title={words.signInTitle} text={words.signInText}>
        <ul className="divide-line border-line divide-y border-y">
          <SettingRow
            label={words.email}
            value={account.email}
            status={account.verified ? null : <Badge tone="warning">{words.unverified}</Badge>}
            to={changeEmailPath}
            action={words.change}
            actionName={words.changeEmail}
          />
          <SettingRow
            label={words.password}
            value={words.passwordText}
            to={changePasswordPath}
            action={words.change}
            actionName={words.changePassword}
          />
          <SettingRow
            label={words.twoFactor}
            value={account.hasSecondFactor ? words.codesLeft(account.codesLeft) : words.twoFactorOffText}
            status={
              <Badge tone={account.hasSecondFactor ? "positive" : "neutral"}>
                {account.hasSecondFactor ? words.on : words.off}
              </Badge>
            }
            to={twoFactorPath}
            action={account.hasSecondFactor ? words.manage : words.turnOn}
            actionName={words.twoFactorAction(account.hasSecondFactor)}
          />
          <SettingRow
            label={words.keys}
            value={words.keysText}
            to={apiKeysPath}
            action={words.manage}
            actionName={words.keysAction}
          />
        </ul>
      </AccountSection>
      <AccountSection title={words.devices} text={words.devicesText}>
        <DeviceList devices={account.devices} />
      </AccountSection>
      <AccountSection title={leave.section} text={leave.sectionText}>
        <LinkButton to={leavePath} variant="secondary">
          {leave.action}
        </LinkButton>
      </AccountSection>
    </>
  );
}

function ProfileForm({ name, phone }: { name: string; phone: string }) {
  const result = useActionData<typeof action>();
  const pending = useNavigation().formAction === accountPath;
  const words = useWords(accountWords).account;
  const typed = result?.initialValue;
  return (
    <Form method="post" className="grid gap-6">
      <TextField
        label={words.name}
        name="name"
        required
        maxLength={80}
        autoComplete="name"
        defaultValue={String(typed?.name ?? name)}
        error={result?.error?.name}
      />
      <TextField
        label={words.phone}
        name="phone"
        type="tel"
        maxLength={40}
        autoComplete="tel"
        optional={words.optional}
        defaultValue={String(typed ? (typed.phone ?? "") : phone)}
        error={result?.error?.phone}
      />
      <div>
        <Button pending={pending}>{pending ? words.saving : words.save}</Button>
      </div>
    </Form>
  );
}
