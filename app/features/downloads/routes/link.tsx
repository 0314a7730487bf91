import type { MetaFunction } from "@remix-run/cloudflare";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { may, studioAction, studioLoader } from "../../../http/studio-route";
import { dayOf } from "../../../lib/time";
import { DataList } from "../../../ui/data-list";
import { useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { PageHeader } from "../../../ui/page-header";
import { Pagination } from "../../../ui/pagination";
import { isErased } from "../../clients/model";
import { galleryPath } from "../../galleries/paths";
import { orderPath } from "../../storefront/paths";
import { extendLink, revokeLink } from "../commands/change-link.server";
import { LinkForms } from "../components/link-forms";
import { LinkStateBadge } from "../components/link-state";
import { LogTable } from "../components/log-table";
import { linkForm } from "../forms";
import { getLink, listLog } from "../link-queries.server";
import { downloadWords } from "../messages/words";
import { downloadLogPath, linkPath } from "../paths";
import { toldDownload, toldLink } from "../told-downloads.server";

const DOWNLOADS_A_PAGE = 50;

export const loader = studioLoader({ may: "orders:read" }, async ({ studio, params, request }) => {
  const link = await getLink(studio, params.linkId ?? "");
  const cursor = new URL(request.url).searchParams.get("cursor") ?? undefined;
  const log = await listLog(studio, { linkId: link.id, cursor, limit: DOWNLOADS_A_PAGE });
  const { timeZone, locale } = studio.tenant;
  const words = downloadWords(locale).studio;
  return {
    ...toldLink(studio, link),
    ofOrder: link.orderId !== null,
    whose:
      link.orderId === null
        ? { text: link.galleryName, to: galleryPath(link.galleryId ?? "") }
        : {
            text: link.email === null || isErased(link.email) ? words.erased : link.email,
            to: orderPath(link.orderId),
          },
    timeZone,
    lastDay: dayOf(link.endsAt, timeZone),
    maxDownloads: link.maxDownloads,
    canChange: link.revokedAt === null && may(studio, "downloads:write"),
    isFirst: cursor === undefined,
    nextCursor: log.nextCursor,
    log: log.items.map((download) => toldDownload(studio, download)),
  };
});

export const action = studioAction(
  { may: "downloads:write", form: (studio) => linkForm(studio.tenant.timeZone) },
  async ({ studio, params, request, values, submission }) => {
    const linkId = params.linkId ?? "";
    const words = downloadWords(studio.tenant.locale).studio.linkPage;
    if (values.intent === "revoke") {
      await revokeLink(studio, linkId);
      throw redirectWithFlash(linkPath(linkId), words.revoked, request);
    }
    const { lastDay: expiresAt, maxDownloads = null } = values;
    const changed = await extendLink(studio, linkId, { expiresAt, maxDownloads });
    if (changed.ok) throw redirectWithFlash(linkPath(linkId), words.saved, request);
    if (changed.refusal === "revoked") return submission.reply({ formErrors: [words.isRevoked] });
    const sentence = changed.refusal === "too_far" ? words.tooFar : words.inThePast;
    return submission.reply({ fieldErrors: { lastDay: [sentence] } });
  },
);

export const meta: MetaFunction = () => [{ title: downloadWords("en").studio.linkPage.title }];

export default function LinkPage() {
  const link = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { linkPage: words, order, ...studio } = useWords(downloadWords).studio;
  return (
    <>
      <PageHeader
        title={words.title}
        status={<LinkStateBadge state={link.state} />}
        back={
          link.ofOrder
            ? { to: link.whose.to, label: link.whose.text }
            : { to: downloadLogPath(), label: studio.title }
        }
      />
      <DataList
        className="max-w-2xl"
        items={[
          {
            label: link.ofOrder ? words.ofOrder : words.ofGallery,
            value: (
              <Link to={link.whose.to} className="link">
                {link.whose.text}
              </Link>
            ),
          },
          { label: words.made, value: link.made },
          { label: words.until, value: link.until },
          { label: words.used, value: link.used },
        ]}
      />
      {result?.error?.[""] ? (
        <Notice tone="danger" className="mt-8 max-w-2xl">
          {result.error[""][0]}
        </Notice>
      ) : null}
      {link.canChange ? <LinkForms link={link} result={result} /> : null}
      <section aria-labelledby="log" className="mt-14">
        <h2 id="log" className="mb-4 text-2xl">
          {words.log}
        </h2>
        {link.log.length === 0 ? (
          <p className="text-muted">{order.logEmpty}</p>
        ) : (
          <LogTable lines={link.log} of="link" />
        )}
      </section>
      <Pagination
        label={studio.pages}
        more={link.nextCursor ? { to: `?cursor=${link.nextCursor}`, label: studio.more } : null}
        first={link.isFirst ? null : { to: linkPath(link.id), label: studio.newest }}
      />
    </>
  );
}
