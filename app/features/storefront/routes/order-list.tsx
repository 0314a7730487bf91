import type { MetaFunction } from "@remix-run/cloudflare";
import { Link, useLoaderData } from "@remix-run/react";
import { ReceiptText } from "lucide-react";
import { studioLoader } from "../../../http/studio-route";
import { formatMoney } from "../../../lib/money";
import { formatMoment } from "../../../lib/time";
import { LinkButton } from "../../../ui/button";
import { EmptyState } from "../../../ui/empty-state";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { Pagination } from "../../../ui/pagination";
import { Table } from "../../../ui/table";
import { clientWords } from "../../clients/messages/words";
import { isErased } from "../../clients/model";
import { downloadWords } from "../../downloads/messages/words";
import { downloadLogPath } from "../../downloads/paths";
import { galleryPath } from "../../galleries/paths";
import { OrderStatusBadge } from "../components/order-status";
import { storefrontWords } from "../messages/words";
import { orderPath, ordersPath } from "../paths";
import { listOrders } from "../queries.server";

const ORDERS_A_PAGE = 50;

export const loader = studioLoader({ may: "orders:read" }, async ({ studio, request }) => {
  const cursor = new URL(request.url).searchParams.get("cursor") ?? undefined;
  const page = await listOrders(studio, { cursor, limit: ORDERS_A_PAGE });
  const { locale, timeZone } = studio.tenant;
  return {
    isFirst: cursor === undefined,
    nextCursor: page.nextCursor,
    orders: page.items.map(({ totalAmount, currency, createdAt, email, ...order }) => ({
      ...order,
      email: isErased(email) ? null : email,
      total: formatMoney({ amount: totalAmount, currency }, locale),
      when: formatMoment(createdAt, locale, timeZone),
    })),
  };
});

export const meta: MetaFunction = () => [{ title: storefrontWords("en").orders.title }];

export default function OrderList() {
  const { orders, nextCursor, isFirst } = useLoaderData<typeof loader>();
  const words = useWords(storefrontWords);
  const { erased } = useWords(clientWords).people;
  const downloads = useWords(downloadWords).studio.title;
  if (orders.length === 0 && isFirst) {
    return (
      <>
        <PageHeader title={words.orders.title} description={words.orders.description} />
        <EmptyState
          title={words.orders.empty}
          description={words.orders.emptyText}
          icon={<ReceiptText aria-hidden="true" />}
        />
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={words.orders.title}
        description={words.orders.description}
        actions={
          <LinkButton to={downloadLogPath()} variant="secondary">
            {downloads}
          </LinkButton>
        }
      />
      <Table
        caption={words.orders.caption}
        captionHidden
        rows={orders}
        rowKey={(order) => order.id}
        columns={[
          {
            key: "buyer",
            header: words.orders.buyer,
            primary: true,
            cell: (order) => (
              <Link to={orderPath(order.id)} className="link">
                {order.email ?? erased}
              </Link>
            ),
          },
          { key: "when", header: words.orders.when, cell: (order) => order.when },
          {
            key: "gallery",
            header: words.orders.gallery,
            cell: (order) => (
              <Link to={galleryPath(order.galleryId)} className="link">
                {order.galleryName}
              </Link>
            ),
          },
          { key: "photos", header: words.orders.photos, align: "end", cell: (order) => order.photos },
          { key: "total", header: words.orders.total, align: "end", cell: (order) => order.total },
          {
            key: "status",
            header: words.orders.status,
            cell: (order) => <OrderStatusBadge status={order.status} />,
          },
        ]}
      />
      <Pagination
        label={words.orders.pages}
        more={nextCursor ? { to: `?cursor=${nextCursor}`, label: words.orders.more } : null}
        first={isFirst ? null : { to: ordersPath, label: words.orders.newest }}
      />
    </>
  );
}
