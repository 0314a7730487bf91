import type { MetaFunction } from "@remix-run/cloudflare";
import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { redirectWithFlash } from "../../../http/flash";
import { may, studioAction, studioLoader } from "../../../http/studio-route";
import { formatMoney } from "../../../lib/money";
import { formatMoment } from "../../../lib/time";
import { DataList } from "../../../ui/data-list";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { Pagination } from "../../../ui/pagination";
import { Table } from "../../../ui/table";
import { clientWords } from "../../clients/messages/words";
import { isErased } from "../../clients/model";
import { OrderDownloads } from "../../downloads/components/order-downloads";
import { downloadsOfOrder, sendFreshLink } from "../../downloads/index.server";
import { downloadWords } from "../../downloads/messages/words";
import { galleryById } from "../../galleries/index.server";
import { galleryPath } from "../../galleries/paths";
import { photoPath } from "../../ingest/paths";
import { OrderStatusBadge } from "../components/order-status";
import { storefrontWords } from "../messages/words";
import { orderPath, ordersPath } from "../paths";
import { getOrder } from "../queries.server";

const LINES_A_PAGE = 50;

export const loader = studioLoader({ may: "orders:read" }, async ({ studio, params, request }) => {
  const { order, lines } = await getOrder(studio, params.orderId ?? "");
  const gallery = await galleryById(studio, order.galleryId);
  const { locale, timeZone } = studio.tenant;
  const money = (amount: number) => formatMoney({ amount, currency: order.currency }, locale);
  const moment = (at: number | null) => (at === null ? null : formatMoment(at, locale, timeZone));
  const from = Math.max(0, Number.parseInt(new URL(request.url).searchParams.get("from") ?? "", 10) || 0);
  const to = from + LINES_A_PAGE;
  return {
    id: order.id,
    status: order.status,
    email: isErased(order.email) ? null : order.email,
    placed: moment(order.createdAt),
    paid: moment(order.fulfilledAt),
    payment: order.paymentRef,
    total: money(order.totalAmount),
    gallery: { id: gallery.id, name: gallery.name },
    lines: lines.slice(from, to).map(({ id, photoId, name, quantity, filename, amount }) => ({
      id,
      name,
      quantity,
      filename,
      to: photoId && photoPath(gallery.id, photoId),
      amount: money(amount),
    })),
    lineCount: lines.length,
    isFirst: from === 0,
    next: to < lines.length ? to : null,
    downloads: await downloadsOfOrder(studio, order.id),
    canChange: may(studio, "downloads:write"),
  };
});

export const action = studioAction(
  { may: "downloads:write", form: z.object({ intent: z.literal("send") }) },
  async ({ studio, params, request }) => {
    const orderId = params.orderId ?? "";
    const words = downloadWords(studio.tenant.locale).studio.order;
    const sent = await sendFreshLink(studio, orderId);
    throw redirectWithFlash(orderPath(orderId), sent.ok ? words.sent : words.nothing, request);
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${storefrontWords("en").order.title} · ${data?.email ?? ""}` },
];

export default function Order() {
  const order = useLoaderData<typeof loader>();
  const words = useWords(storefrontWords);
  const { erased } = useWords(clientWords).people;
  return (
    <>
      <PageHeader
        title={order.email ?? erased}
        status={<OrderStatusBadge status={order.status} />}
        back={{ to: ordersPath, label: words.orders.title }}
      />
      <DataList
        layout="columns"
        items={[
          { label: words.orders.total, value: order.total },
          { label: words.orders.photos, value: order.lineCount },
          { label: words.orders.when, value: order.placed },
          ...(order.paid ? [{ label: words.order.paid, value: order.paid }] : []),
        ]}
      />
      <DataList
        className="mt-8 max-w-2xl"
        items={[
          {
            label: words.orders.gallery,
            value: (
              <Link to={galleryPath(order.gallery.id)} className="link">
                {order.gallery.name}
              </Link>
            ),
          },
          {
            label: words.order.payment,
            value: <span className="break-all">{order.payment ?? words.order.noPayment}</span>,
          },
        ]}
      />
      <OrderDownloads {...order.downloads} canChange={order.canChange} />
      <section aria-labelledby="lines" className="mt-14">
        <h2 id="lines" className="mb-4 text-2xl">
          {words.order.lines}
        </h2>
        <Table
          caption={words.order.lines}
          captionHidden
          rows={order.lines}
          rowKey={(line) => line.id}
          columns={[
            {
              key: "photo",
              header: words.order.photo,
              primary: true,
              cell: (line) =>
                line.to ? (
                  <Link to={line.to} className="link">
                    {line.filename}
                  </Link>
                ) : (
                  words.cart.all
                ),
            },
            { key: "product", header: words.lists.product, cell: (line) => line.name },
            {
              key: "quantity",
              header: words.receipt.quantity,
              align: "end",
              cell: (line) => line.quantity,
            },
            { key: "amount", header: words.order.amount, align: "end", cell: (line) => line.amount },
          ]}
        />
        <Pagination
          label={words.order.linePages}
          more={order.next === null ? null : { to: `?from=${order.next}`, label: words.order.moreLines }}
          first={order.isFirst ? null : { to: orderPath(order.id), label: words.order.firstLines }}
        />
      </section>
    </>
  );
}
