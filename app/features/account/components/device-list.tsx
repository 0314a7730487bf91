import { Form } from "@remix-run/react";
import { Badge } from "../../../ui/badge";
import { Button } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { accountWords } from "../messages/words";
import { devicesPath } from "../paths";

export interface Device {
  id: string;
  device: string;
  network: string;
  firstSeen: string;
  lastSeen: string;
  here: boolean;
}

/** Browsers in which a member is signed in, each with its way out. */
export function DeviceList({ devices }: { devices: readonly Device[] }) {
  const words = useWords(accountWords).account;
  return (
    <>
      <ul className="divide-line border-line divide-y border-y">
        {devices.map(({ id, network, firstSeen, lastSeen, here, ...each }) => {
          const device = each.device || words.unknownDevice;
          return (
            <li key={id} className="flex items-center justify-between gap-x-6 py-4">
              <div className="min-w-0">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-medium">
                  {device}
                  {here ? <Badge tone="positive">{words.here}</Badge> : null}
                </p>
                <p className="text-muted mt-0.5 text-sm tabular-nums">
                  {words.lastSeen} {lastSeen}
                </p>
                <p className="text-muted text-sm tabular-nums">
                  {words.firstSeen} {firstSeen}
                </p>
                {network ? <p className="text-muted text-sm break-all">{network}</p> : null}
              </div>
              {here ? null : (
                <Form method="post" action={devicesPath}>
                  <input type="hidden" name="intent" value="one" />
                  <input type="hidden" name="signIn" value={id} />
                  <Button variant="secondary" size="sm" aria-label={words.signOutNamed(device)}>
                    {words.signOutOne}
                  </Button>
                </Form>
              )}
            </li>
          );
        })}
      </ul>
      {devices.length > 1 ? (
        <Form method="post" action={devicesPath} className="mt-5">
          <input type="hidden" name="intent" value="others" />
          <Button variant="secondary">{words.signOutOthers}</Button>
        </Form>
      ) : null}
    </>
  );
}
