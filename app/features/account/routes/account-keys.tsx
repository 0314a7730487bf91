import type { MetaFunction } from "@remix-run/cloudflare";
import { Form, useLoaderData } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { formatDay, formatMoment } from "../../../lib/time";
import { Button, LinkButton } from "../../../ui/button";
import { EmptyState } from "../../../ui/empty-state";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { revokeApiKey } from "../commands/api-keys.server";
import { revokeKeyForm } from "../forms";
import { accountWords } from "../messages/words";
import { accountPath, apiKeysPath, newApiKeyPath } from "../paths";
import { listKeys, ownAccount } from "../queries.server";

export const loader = studioLoader({ may: "member" }, async ({ studio }) => {
  const { locale, timeZone } = studio.tenant;
  const keys = await listKeys(studio, (await ownAccount(studio)).id);
  const moment = (at: number | null) => (at === null ? null : formatMoment(at, locale, timeZone));
  return keys.map(({ createdAt, lastUsedAt, expiresAt, ...key }) => ({
    ...key,
    made: formatDay(createdAt, locale, timeZone),
    lastUsed: moment(lastUsedAt),
    until: moment(expiresAt),
  }));
});

/** Revokes one of the member's own keys. It makes nothing possible, so it asks for no password. */
export const action = studioAction(
  { may: "member", form: revokeKeyForm },
  async ({ studio, request, values }) => {
    await revokeApiKey(studio, values.key);
    throw redirectWithFlash(apiKeysPath, accountWords(studio.tenant.locale).keys.revoked, request);
  },
);

export const meta: MetaFunction = () => [{ title: accountWords("en").keys.title }];

export default function AccountKeys() {
  const keys = useLoaderData<typeof loader>();
  const { keys: words, account } = useWords(accountWords);
  const make = <LinkButton to={newApiKeyPath}>{words.new}</LinkButton>;
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.description}
        back={{ to: accountPath, label: account.title }}
        actions={keys.length > 0 ? make : undefined}
      />
      {keys.length === 0 ? (
        <EmptyState title={words.none} description={words.noneText} actions={make} />
      ) : (
        <ul className="divide-line border-line max-w-3xl divide-y border-y">
          {keys.map((key) => (
            <li key={key.id} className="flex items-start justify-between gap-x-6 py-5">
              <div className="min-w-0">
                <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 font-medium">
                  <span className="break-words">{key.name}</span>
                  <code className="text-muted font-mono text-sm font-normal">{key.start}…</code>
                </p>
                <p className="text-muted mt-1 text-sm">
                  {key.scopes.map((scope) => words.capabilities[scope]).join(" · ")}
                </p>
                <p className="text-muted mt-1 text-sm tabular-nums">
                  {words.made(key.made)} · {words.used(key.lastUsed)}
                </p>
                <p className="text-muted text-sm tabular-nums">{words.until(key.until)}</p>
              </div>
              <Form method="post">
                <input type="hidden" name="key" value={key.id} />
                <Button variant="secondary" size="sm" aria-label={words.revokeNamed(key.name)}>
                  {words.revoke}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
