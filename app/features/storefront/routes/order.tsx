import type { MetaFunction } from "@remix-run/cloudflare";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { may, studioAction, studioLoader } from "../../../http/studio-route";
import { Button, LinkButton } from "../../../ui/button";
import { DataList } from "../../../ui/data-list";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { Pagination } from "../../../ui/pagination";
import { accountWords } from "../../account/messages/words";
import { clientWords } from "../../clients/messages/words";
import { OrderDownloads } from "../../downloads/components/order-downloads";
import { downloadsOfOrder, sendFreshLink } from "../../downloads/index.server";
import { downloadWords } from "../../downloads/messages/words";
import { galleryById } from "../../galleries/index.server";
import { galleryPath } from "../../galleries/paths";
import { addOrderNote } from "../commands/add-order-note.server";
import { markRefundSent } from "../commands/mark-refund-sent.server";
import { sendReceipt } from "../commands/send-receipt.server";
import { OrderLines } from "../components/order-lines";
import { OrderPayments } from "../components/order-payments";
import { OrderStatusBadge } from "../components/order-status";
import { OrderTimeline } from "../components/order-timeline";
import { OrderWaits } from "../components/order-waits";
import { Totals } from "../components/totals";
import { orderForm } from "../forms/order";
import { storefrontWords } from "../messages/words";
import { type ActOutcome, actOnMoney, confirmArrived, giveBack } from "../order-acts.server";
import { orderForMembers } from "../order-page.server";
import { orderPath, ordersPath, refundPath } from "../paths";
import { timelineItems } from "../timeline-items.server";

const LINES_A_PAGE = 50;

export const loader = studioLoader({ may: "orders:read" }, async ({ studio, params, request }) => {
  const from = Math.max(0, Number.parseInt(new URL(request.url).searchParams.get("from") ?? "", 10) || 0);
  const { notes, acts, ...order } = await orderForMembers(studio, params.orderId ?? "", {
    from,
    most: LINES_A_PAGE,
  });
  const gallery = await galleryById(studio, order.galleryId);
  const { locale } = studio.tenant;
  return {
    ...order,
    gallery: { id: gallery.id, name: gallery.name },
    isFirst: from === 0,
    timeline: timelineItems(storefrontWords(locale), accountWords(locale).audit.acts, { notes, acts }),
    downloads: await downloadsOfOrder(studio, order.id),
    canSend: may(studio, "downloads:write"),
    canAct: may(studio, "orders:refund"),
  };
});

export const action = studioAction(
  {
    may: "orders:read",
    form: orderForm,
    acts: {
      send: "downloads:write",
      receipt: "downloads:write",
      note: "orders:read",
      capture: "orders:refund",
      cancel: "orders:refund",
      accept: "orders:refund",
      "give-back": "orders:refund",
      sent: "orders:refund",
      confirm: "orders:refund",
    },
  },
  async ({ studio, params, request, values, submission }) => {
    const orderId = params.orderId ?? "";
    const { locale } = studio.tenant;
    const words = storefrontWords(locale).orderWork;
    const act = async (): Promise<ActOutcome> => {
      if (values.intent === "send") {
        const { sent, nothing } = downloadWords(locale).studio.order;
        return { done: (await sendFreshLink(studio, orderId)).ok ? sent : nothing };
      }
      if (values.intent === "receipt")
        return { done: (await sendReceipt(studio, orderId)).ok ? words.receiptSent : words.noReceipt };
      if (values.intent === "note") {
        await addOrderNote(studio, orderId, values.note);
        return { done: words.timeline.added };
      }
      if (values.intent === "sent") {
        const marked = await markRefundSent(studio, orderId, values.refund);
        return marked.ok
          ? { done: words.payments.markedSent }
          : { formErrors: [words.payments.refused[marked.refusal.reason]] };
      }
      if (values.intent === "confirm") return confirmArrived(studio, orderId, values);
      if (values.intent === "give-back") return giveBack(studio, orderId, values.key);
      return actOnMoney(studio, orderId, values.intent);
    };
    const outcome = await act();
    if ("done" in outcome) throw redirectWithFlash(orderPath(orderId), outcome.done, request);
    return submission.reply(outcome);
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${storefrontWords("en").order.title} · ${data?.number ?? ""}` },
];

export default function Order() {
  const order = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const words = useWords(storefrontWords);
  const { orderWork } = words;
  const { summary } = order.money;
  return (
    <>
      <PageHeader
        title={orderWork.number(order.number)}
        status={<OrderStatusBadge status={order.status} />}
        back={{ to: ordersPath, label: words.orders.title }}
        actions={<OrderActions />}
      />
      <OrderWaits
        status={order.status}
        total={summary.total}
        reviewReason={order.reviewReason}
        held={order.held}
        dispute={order.dispute}
        awaited={order.awaited}
        canAct={order.canAct}
        result={result}
      />
      <DataList
        layout="columns"
        items={[
          { label: words.orders.total, value: summary.total },
          ...(summary.paid ? [{ label: words.order.paid, value: summary.paid }] : []),
          ...(summary.refunded ? [{ label: orderWork.refunded, value: summary.refunded }] : []),
          ...(summary.kept
            ? [
                { label: orderWork.fees, value: summary.fees || orderWork.feesUnknown },
                { label: orderWork.kept, value: summary.kept },
              ]
            : []),
        ]}
      />
      <OrderFacts />
      <section aria-labelledby="lines" className="mt-14">
        <h2 id="lines" className="mb-4 text-2xl">
          {words.order.lines}
        </h2>
        <div className="max-w-3xl">
          <OrderLines lines={order.lines} currency={order.told.currency} />
          <Pagination
            label={words.order.linePages}
            more={order.next === null ? null : { to: `?from=${order.next}`, label: words.order.moreLines }}
            first={order.isFirst ? null : { to: orderPath(order.id), label: words.order.firstLines }}
          />
          <div className="mt-6">
            <Totals {...order.told} />
          </div>
        </div>
      </section>
      <OrderPayments {...order.money} canAct={order.canAct} />
      <OrderDownloads {...order.downloads} canChange={order.canSend} />
      <OrderTimeline items={order.timeline} hasMore={order.hasMoreActs} result={result} />
    </>
  );
}

/** What can be done with an order at any time. */
function OrderActions() {
  const { id, canSend, canAct, paidAt, email, money } = useLoaderData<typeof loader>();
  const { orderWork: words } = useWords(storefrontWords);
  const sending = useNavigation().formData?.get("intent") === "receipt";
  return (
    <>
      {canSend && paidAt !== null && email !== null ? (
        <Form method="post">
          <Button name="intent" value="receipt" variant="secondary" pending={sending}>
            {sending ? words.receiptSending : words.receipt}
          </Button>
        </Form>
      ) : null}
      {canAct && money.canRefund ? (
        <LinkButton to={refundPath(id)} variant="secondary">
          {words.refund}
        </LinkButton>
      ) : null}
    </>
  );
}

/** Who ordered what where, and when. */
function OrderFacts() {
  const { email, gallery, placed, paidAt, consented, told, lines } = useLoaderData<typeof loader>();
  const isService = lines.some(({ kind }) => kind === "service");
  const { orders, order, orderWork: words } = useWords(storefrontWords);
  const { erased } = useWords(clientWords).people;
  return (
    <DataList
      className="mt-8 max-w-2xl"
      items={[
        { label: words.buyerText, value: <span className="break-all">{email ?? erased}</span> },
        {
          label: orders.gallery,
          value: (
            <Link to={galleryPath(gallery.id)} className="link">
              {gallery.name}
            </Link>
          ),
        },
        { label: orders.when, value: placed },
        ...(paidAt ? [{ label: order.paid, value: paidAt }] : []),
        ...(consented
          ? [{ label: isService ? words.consentToService : words.consent, value: consented }]
          : []),
        ...(told.address
          ? [
              {
                label: words.sentTo,
                value: <span className="whitespace-pre-line">{told.address.join("\n")}</span>,
              },
            ]
          : []),
      ]}
    />
  );
}
