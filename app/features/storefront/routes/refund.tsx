import type { MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CircleDashed } from "lucide-react";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { newId } from "../../../lib/ids";
import { formatMoney } from "../../../lib/money";
import { EmptyState } from "../../../ui/empty-state";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { refundOrder } from "../commands/refund-order.server";
import { RefundForm } from "../components/refund-form";
import { refundForm } from "../forms/order";
import { storefrontWords } from "../messages/words";
import { orderNumber } from "../model/order-filter";
import { SHIPPING_FIELD, wantedRefund } from "../model/wanted-refund";
import { orderPath } from "../paths";
import { partsToRefund } from "../refund-parts.server";

export const loader = studioLoader({ may: "orders:refund" }, async ({ studio, params }) => {
  const { order, parts, total } = await partsToRefund(studio, params.orderId ?? "");
  const { currency } = order;
  const money = (amount: number) => formatMoney({ amount, currency }, studio.tenant.locale);
  return {
    id: order.id,
    number: orderNumber(order.id),
    currency,
    isTransfer: order.provider === "transfer",
    total: { amount: total, shown: money(total) },
    parts: parts.map(({ field, name, detail, left }) => ({ field, name, detail, left, shown: money(left) })),
    key: newId("refund"),
  };
});

export const action = studioAction(
  { may: "orders:refund", form: refundForm },
  async ({ studio, params, request, values, submission }) => {
    const orderId = params.orderId ?? "";
    const { order, parts } = await partsToRefund(studio, orderId);
    const { locale } = studio.tenant;
    const { refundPage: words } = storefrontWords(locale).orderWork;
    const { what, full, reason, note, key, ...typed } = values;
    const { amounts, errors } = wantedRefund(parts, { what, full, typed }, order.currency);
    if (errors.size > 0) {
      const fieldErrors = [...errors].map(([field, error]) => [field, [words.errors[error]]]);
      return submission.reply({ fieldErrors: Object.fromEntries(fieldErrors) });
    }
    const refunded = await refundOrder(studio, orderId, {
      lines: [...amounts].flatMap(([lineId, amount]) =>
        lineId === SHIPPING_FIELD ? [] : [{ lineId, amount }],
      ),
      shipping: amounts.get(SHIPPING_FIELD) ?? 0,
      reason,
      note,
      ...(key === undefined ? {} : { key }),
    });
    if (refunded.ok) throw redirectWithFlash(orderPath(orderId), words.done[refunded.value.state], request);
    const { refusal } = refunded;
    const sentence =
      refusal.reason === "too_much"
        ? words.refused.too_much(formatMoney(refusal.left, locale))
        : words.refused[refusal.reason];
    return submission.reply({ formErrors: [sentence] });
  },
);

export const meta: MetaFunction = () => [{ title: storefrontWords("en").orderWork.refundPage.title }];

export default function Refund() {
  const order = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { refundPage: words, number } = useWords(storefrontWords).orderWork;
  return (
    <>
      <PageHeader
        title={words.titleOf(order.number)}
        description={order.total.amount > 0 ? words.description(order.total.shown) : undefined}
        back={{ to: orderPath(order.id), label: number(order.number) }}
      />
      {order.total.amount === 0 ? (
        <EmptyState
          title={words.nothing}
          description={words.nothingText}
          icon={<CircleDashed aria-hidden="true" />}
        />
      ) : (
        <RefundForm order={order} result={result} />
      )}
    </>
  );
}
