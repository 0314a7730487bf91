import type { MetaFunction } from "@remix-run/cloudflare";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { studioLoader } from "../../../http/studio-route";
import { formatMoney } from "../../../lib/money";
import { formatDay } from "../../../lib/time";
import { Badge, type BadgeTone } from "../../../ui/badge";
import { Button, buttonClass } from "../../../ui/button";
import { EmptyState } from "../../../ui/empty-state";
import { PublicLayout } from "../../../ui/layouts/public-layout";
import { localeOfPage, useWords } from "../../../ui/locale";
import { chromeWords } from "../../../ui/messages/words";
import { PageHeader } from "../../../ui/page-header";
import type { ShownStatus } from "../../storefront/model/money-states";
import { buyerOrderPath, receiptPath } from "../../storefront/paths";
import { clientWords } from "../messages/words";
import { clientSignOutPath } from "../paths";
import { ordersOfClient, ownClient } from "../queries.server";

export const loader = studioLoader({ may: "client" }, async ({ studio }) => {
  const client = await ownClient(studio);
  const orders = await ordersOfClient(studio, client.id);
  const { name, locale, timeZone } = studio.tenant;
  return {
    studioName: name,
    email: client.email,
    orders: orders.map(({ id, status, galleryName, photos: items, link, ...order }) => ({
      ...{ id, status, galleryName, items },
      hasReceipt: order.fulfilledAt !== null,
      refunded:
        order.refundedAmount === 0
          ? null
          : formatMoney({ amount: order.refundedAmount, currency: order.currency }, locale),
      total: formatMoney({ amount: order.totalAmount, currency: order.currency }, locale),
      day: formatDay(order.createdAt, locale, timeZone),
      until: link?.until ? formatDay(link.until, locale, timeZone) : null,
      opens: link?.open ?? false,
      downloadUrl: link?.url ?? null,
    })),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  { title: `${clientWords(localeOfPage(matches)).home.title} · ${data?.studioName}` },
  { name: "robots", content: "noindex" },
];

type Order = ReturnType<typeof useLoaderData<typeof loader>>["orders"][number];

export default function ClientHome() {
  const { studioName, email, orders } = useLoaderData<typeof loader>();
  const words = useWords(clientWords).home;
  const layout = useWords(chromeWords).layout;
  return (
    <PublicLayout
      brand={{ name: studioName, to: "/" }}
      skipLabel={layout.skip}
      width="reading"
      actions={
        <Form method="post" action={clientSignOutPath}>
          <Button variant="quiet">{words.signOut}</Button>
        </Form>
      }
      footer={<span>{layout.poweredBy}</span>}
    >
      <PageHeader title={words.title} description={words.description(email)} />
      {orders.length === 0 ? (
        <EmptyState title={words.empty} description={words.emptyText} />
      ) : (
        <ul className="divide-line border-line divide-y border-y">
          {orders.map((order) => (
            <OrderRow key={order.id} order={order} />
          ))}
        </ul>
      )}
    </PublicLayout>
  );
}

function toneOf(status: ShownStatus): BadgeTone {
  if (status === "fulfilled") return "positive";
  return status === "review" || status === "pending" ? "warning" : "neutral";
}

function OrderRow({ order }: { order: Order }) {
  const words = useWords(clientWords).home;
  const { galleryName, items, total, day, until, status, opens, downloadUrl: url } = order;
  const mayFetchAgain = url !== null && (status === "fulfilled" || status === "partially_refunded");
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4 py-7">
      <div className="min-w-0">
        <h2 className="text-2xl">{galleryName}</h2>
        <p className="text-muted mt-1 text-sm">
          <Link to={buyerOrderPath(order.id)} className="link">
            {words.order(day)}
          </Link>{" "}
          · {words.items(items)} · <span className="tabular-nums">{total}</span>
        </p>
        <p className="text-muted mt-2.5 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          <Badge tone={toneOf(status)}>{words.status[status]}</Badge>
          {order.refunded ? <span>{words.refunded(order.refunded)}</span> : null}
          {order.hasReceipt ? (
            <a
              href={receiptPath(order.id)}
              className="link inline-flex min-h-11 items-center"
              aria-label={words.receiptOf(galleryName, day)}
            >
              {words.receipt}
            </a>
          ) : null}
        </p>
      </div>
      {url && opens ? (
        <div className="grid gap-1.5 max-sm:w-full sm:justify-items-end">
          <a href={url} className={buttonClass({})} aria-label={words.downloadOf(galleryName)}>
            {words.download}
          </a>
          {until ? <span className="text-muted text-xs">{words.until(until)}</span> : null}
        </div>
      ) : mayFetchAgain ? (
        <p className="text-muted max-w-56 text-sm">
          {words.ended}{" "}
          <a href={url} className="link">
            {words.again}
          </a>
        </p>
      ) : null}
    </li>
  );
}
