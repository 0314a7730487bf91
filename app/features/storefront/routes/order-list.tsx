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
import { type BoardOrder, OpenOrders, OrderCards } from "../components/order-cards";
import { OrderFilterForm } from "../components/order-filter-form";
import { OrderStatusBadge } from "../components/order-status";
import { storefrontWords } from "../messages/words";
import { shownStatus } from "../model/money-states";
import { orderNumber } from "../model/order-filter";
import { boardOfOrders, openOrders } from "../order-board.server";
import { orderQueryOf } from "../order-query.server";
import { orderPath, reconciliationPath, salesReportPath } from "../paths";

const ORDERS_A_PAGE = 50;

export const loader = studioLoader({ may: "orders:read" }, async ({ studio, request }) => {
  const { filter, chosen, errors, cursor } = orderQueryOf(request);
  const [page, open] = await Promise.all([
    boardOfOrders(studio, filter, { cursor, limit: ORDERS_A_PAGE }),
    openOrders(studio),
  ]);
  const { locale, timeZone } = studio.tenant;
  return {
    chosen,
    errors,
    isFirst: cursor === undefined,
    nextCursor: page.nextCursor,
    open: [...open].map(([status, count]) => ({ status, count })),
    orders: page.items.map(
      (order): BoardOrder => ({
        id: order.id,
        number: orderNumber(order.id),
        email: isErased(order.email) ? null : order.email,
        status: shownStatus(order),
        total: formatMoney({ amount: order.totalAmount, currency: order.currency }, locale),
        when: formatMoment(order.createdAt, locale, timeZone),
        gallery: { id: order.galleryId, name: order.galleryName },
        lines: order.lines,
      }),
    ),
  };
});

export const meta: MetaFunction = () => [{ title: storefrontWords("en").orders.title }];

export default function OrderList() {
  const { orders, open, chosen, errors, nextCursor, isFirst } = useLoaderData<typeof loader>();
  const words = useWords(storefrontWords);
  const downloads = useWords(downloadWords).studio.title;
  const { erased } = useWords(clientWords).people;
  const conditions = Object.entries(chosen).filter((entry): entry is [string, string] => !!entry[1]);
  const query = (more: Record<string, string>) =>
    `?${new URLSearchParams([...conditions, ...Object.entries(more)])}`;
  const isFiltered = conditions.length > 0;
  const isNew = orders.length === 0 && isFirst && !isFiltered;
  return (
    <>
      <PageHeader
        title={words.orders.title}
        description={words.orders.description}
        actions={
          isNew ? null : (
            <>
              <LinkButton to={salesReportPath} variant="secondary">
                {words.board.report}
              </LinkButton>
              <LinkButton to={reconciliationPath()} variant="secondary">
                {words.reconciliation.title}
              </LinkButton>
              <LinkButton to={downloadLogPath()} variant="secondary">
                {downloads}
              </LinkButton>
            </>
          )
        }
      />
      {isNew ? null : (
        <>
          {isFiltered ? null : <OpenOrders counts={open} />}
          <OrderFilterForm key={query({})} chosen={chosen} errors={errors} />
        </>
      )}
      {orders.length === 0 ? (
        <EmptyState
          title={isNew ? words.orders.empty : words.board.nothing}
          description={isNew ? words.orders.emptyText : words.board.nothingText}
          icon={<ReceiptText aria-hidden="true" />}
        />
      ) : (
        <>
          <OrderCards orders={orders} erased={erased} />
          <OrderTable orders={orders} erased={erased} />
        </>
      )}
      <Pagination
        label={words.orders.pages}
        more={nextCursor ? { to: query({ cursor: nextCursor }), label: words.orders.more } : null}
        first={isFirst ? null : { to: query({}), label: words.orders.newest }}
      />
    </>
  );
}

function OrderTable({ orders, erased }: { orders: readonly BoardOrder[]; erased: string }) {
  const words = useWords(storefrontWords);
  return (
    <div className="max-sm:hidden">
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
          { key: "number", header: words.order.number, cell: (order) => order.number },
          { key: "when", header: words.orders.when, cell: (order) => order.when },
          {
            key: "gallery",
            header: words.orders.gallery,
            cell: (order) => (
              <Link to={galleryPath(order.gallery.id)} className="link">
                {order.gallery.name}
              </Link>
            ),
          },
          { key: "lines", header: words.board.lines, align: "end", cell: (order) => order.lines },
          { key: "total", header: words.orders.total, align: "end", cell: (order) => order.total },
          {
            key: "status",
            header: words.orders.status,
            cell: (order) => <OrderStatusBadge status={order.status} />,
          },
        ]}
      />
    </div>
  );
}
