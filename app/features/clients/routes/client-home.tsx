import type { MetaFunction } from "@remix-run/cloudflare";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { studioLoader } from "../../../http/studio-route";
import { formatMoney } from "../../../lib/money";
import { formatDay } from "../../../lib/time";
import { Badge } from "../../../ui/badge";
import { Button, buttonClass } from "../../../ui/button";
import { EmptyState } from "../../../ui/empty-state";
import { PublicLayout } from "../../../ui/layouts/public-layout";
import { useWords } from "../../../ui/locale";
import { chromeWords } from "../../../ui/messages/words";
import { PageHeader } from "../../../ui/page-header";
import { buyerOrderPath } from "../../storefront/paths";
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
    orders: orders.map(({ id, status, galleryName, photos, link, ...order }) => ({
      id,
      status,
      galleryName,
      photos,
      total: formatMoney({ amount: order.totalAmount, currency: order.currency }, locale),
      day: formatDay(order.createdAt, locale, timeZone),
      until: link?.until ? formatDay(link.until, locale, timeZone) : null,
      opens: link?.open ?? false,
      downloadUrl: link?.url ?? null,
    })),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${clientWords("en").home.title} · ${data?.studioName}` },
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

function OrderRow({ order }: { order: Order }) {
  const words = useWords(clientWords).home;
  const { galleryName, photos, total, day, until, status, opens, downloadUrl: url } = order;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4 py-7">
      <div className="min-w-0">
        <h2 className="text-2xl">{galleryName}</h2>
        <p className="text-muted mt-1 text-sm">
          <Link to={buyerOrderPath(order.id)} className="link">
            {words.order(day)}
          </Link>{" "}
          · {words.photos(photos)} · <span className="tabular-nums">{total}</span>
        </p>
      </div>
      {url && opens ? (
        <div className="grid gap-1.5 max-sm:w-full sm:justify-items-end">
          <a href={url} className={buttonClass({})} aria-label={words.downloadOf(galleryName)}>
            {words.download}
          </a>
          {until ? <span className="text-muted text-xs">{words.until(until)}</span> : null}
        </div>
      ) : status === "fulfilled" ? (
        <p className="text-muted max-w-56 text-sm">
          {words.ended}{" "}
          {url ? (
            <a href={url} className="link">
              {words.again}
            </a>
          ) : null}
        </p>
      ) : (
        <Badge tone={status === "review" ? "warning" : "neutral"}>{words.status[status]}</Badge>
      )}
    </li>
  );
}
