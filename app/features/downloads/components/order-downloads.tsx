import { Form, Link, useNavigation } from "@remix-run/react";
import { Button } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { Table } from "../../../ui/table";
import { downloadWords } from "../messages/words";
import type { LinkState } from "../model";
import { linkPath } from "../paths";
import { LinkStateBadge } from "./link-state";
import { type LogLine, LogTable } from "./log-table";

export interface OrderDownloadsProps {
  rights: { photos: number; refunded: number; disputed: number };
  links: readonly { id: string; made: string; until: string; used: string; state: LinkState | "draft" }[];
  log: readonly LogLine[];
  hasMore: boolean;
  /** Whether the one who looks may send and change links. */
  canChange: boolean;
}

/** An order's downloads for the studio: what the buyer may take, the links to it, and what was taken. */
export function OrderDownloads({ rights, links, log, hasMore, canChange }: OrderDownloadsProps) {
  const words = useWords(downloadWords).studio.order;
  const sending = useNavigation().formData?.get("intent") === "send";
  const { photos, refunded, disputed } = rights;
  return (
    <section aria-labelledby="downloads" className="mt-14">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div>
          <h2 id="downloads" className="text-2xl">
            {words.title}
          </h2>
          <p className="text-muted mt-2">
            {photos === 0 ? words.none : words.rights(photos)}
            {refunded > 0 ? ` ${words.refunded(refunded)}` : ""}
            {disputed > 0 ? ` ${words.disputed(disputed)}` : ""}
          </p>
        </div>
        {canChange && photos > 0 ? (
          <Form method="post">
            <Button name="intent" value="send" variant="secondary" pending={sending}>
              {sending ? words.sending : words.send}
            </Button>
          </Form>
        ) : null}
      </div>
      {links.length > 0 ? (
        <Table
          className="mt-6"
          caption={words.links}
          captionHidden
          rows={links}
          rowKey={(link) => link.id}
          columns={[
            { key: "made", header: words.made, primary: true, cell: (link) => link.made },
            { key: "until", header: words.until, cell: (link) => link.until },
            { key: "used", header: words.used, cell: (link) => link.used },
            { key: "state", header: words.state, cell: (link) => <LinkStateBadge state={link.state} /> },
            {
              key: "change",
              header: words.change,
              headerHidden: true,
              align: "end",
              cell: (link) => {
                const what = canChange && link.state !== "revoked" ? words.change : words.see;
                return (
                  <Link
                    to={linkPath(link.id)}
                    className="link inline-flex min-h-11 items-center text-sm"
                    aria-label={`${what}: ${words.ofLink(link.made)}`}
                  >
                    {what}
                  </Link>
                );
              },
            },
          ]}
        />
      ) : null}
      {links.length > 0 || log.length > 0 ? (
        <>
          <h3 className="mt-12 mb-4 text-xl">{words.log}</h3>
          {log.length === 0 ? (
            <p className="text-muted">{words.logEmpty}</p>
          ) : (
            <LogTable lines={log} of="order" />
          )}
          {hasMore ? <p className="text-muted mt-4 text-sm">{words.logMore}</p> : null}
        </>
      ) : null}
    </section>
  );
}
