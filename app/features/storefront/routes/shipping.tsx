import type { MetaFunction } from "@remix-run/cloudflare";
import { Link, useLoaderData } from "@remix-run/react";
import { Truck } from "lucide-react";
import { studioLoader } from "../../../http/studio-route";
import { formatMoney } from "../../../lib/money";
import { LinkButton } from "../../../ui/button";
import { EmptyState } from "../../../ui/empty-state";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { Table } from "../../../ui/table";
import { storefrontWords } from "../messages/words";
import { shippingMethodPath } from "../paths";
import { listShippingMethods } from "../tax-queries.server";

export const loader = studioLoader({ may: "studio:write" }, async ({ studio }) => {
  const { locale } = studio.tenant;
  const words = storefrontWords(locale).shippingSettings;
  const methods = await listShippingMethods(studio);
  return methods.map(({ id, name, pickup, currency, countries, steps }) => ({
    id,
    name,
    where: pickup ? words.pickup : countries.length === 0 ? words.everywhere : countries.join(", "),
    fee: pickup
      ? words.free
      : steps
          .map(({ from, amount }, i) => {
            const fee = formatMoney({ amount, currency }, locale);
            return i === 0 ? fee : words.feeFrom(from, fee);
          })
          .join(", "),
  }));
});

export const meta: MetaFunction = () => [{ title: storefrontWords("en").shippingSettings.title }];

export default function Shipping() {
  const methods = useLoaderData<typeof loader>();
  const words = useWords(storefrontWords).shippingSettings;
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.text}
        actions={<LinkButton to={shippingMethodPath("new")}>{words.add}</LinkButton>}
      />
      {methods.length === 0 ? (
        <EmptyState title={words.empty} description={words.emptyText} icon={<Truck aria-hidden="true" />} />
      ) : (
        <Table
          caption={words.caption}
          captionHidden
          rows={methods}
          rowKey={(method) => method.id}
          columns={[
            {
              key: "name",
              header: words.name,
              primary: true,
              cell: (method) => (
                <Link to={shippingMethodPath(method.id)} className="link">
                  {method.name}
                </Link>
              ),
            },
            { key: "where", header: words.where, cell: (method) => method.where },
            { key: "fee", header: words.fee, align: "end", cell: (method) => method.fee },
          ]}
        />
      )}
    </>
  );
}
