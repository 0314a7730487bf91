import { type MetaFunction, redirect } from "@remix-run/cloudflare";
import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import { readCookie } from "../../../http/cookies";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { formatMoney, typedAmount } from "../../../lib/money";
import { formatDay } from "../../../lib/time";
import { Button, buttonClass, LinkButton } from "../../../ui/button";
import { cx } from "../../../ui/cx";
import { DataList } from "../../../ui/data-list";
import { PublicLayout } from "../../../ui/layouts/public-layout";
import { localeOfPage, useWords } from "../../../ui/locale";
import { useLookAgain } from "../../../ui/look-again";
import { chromeWords } from "../../../ui/messages/words";
import { PageHeader } from "../../../ui/page-header";
import { linkOfOrder } from "../../downloads/index.server";
import { addressFor, galleryById } from "../../galleries/index.server";
import { sharePath } from "../../galleries/paths";
import { awaitedTransfer } from "../awaited-transfer.server";
import { buyerCookie } from "../buyer-token.server";
import { startPayment } from "../commands/start-payment.server";
import { BoughtLines } from "../components/bought-lines";
import { TransferDetails } from "../components/transfer-details";
import { payAgainForm } from "../forms/order";
import { storefrontWords } from "../messages/words";
import { ORIGINALS_GONE } from "../model/money-states";
import { isOfFiles } from "../model/products";
import { buyerOrderPath, receiptPath } from "../paths";
import { getOrder, getOrderForBuyer, serviceOf } from "../queries.server";
import { toldOrder } from "../told-order.server";

const LOOK_AGAIN_MS = 1500;

export const loader = studioLoader({ may: "public" }, async ({ studio, params, request }) => {
  const id = params.orderId ?? "";
  await getOrderForBuyer(studio, id, readCookie(buyerCookie(id), request));
  const { order, lines } = await getOrder(studio, id);
  const gallery = await galleryById(studio, order.galleryId);
  const key = await addressFor(studio, gallery);
  const awaited = await awaitedTransfer(studio, order);
  const { locale, timeZone } = studio.tenant;
  return {
    transfer: awaited && {
      amount: {
        shown: formatMoney(awaited.missing, locale),
        typed: typedAmount(awaited.missing, locale),
      },
      reference: awaited.reference,
      instructions: awaited.instructions,
      until: formatDay(order.payUntil, locale, timeZone),
      received:
        awaited.received === 0
          ? null
          : formatMoney({ amount: awaited.received, currency: order.currency }, locale),
    },
    studioName: studio.tenant.name,
    status: order.status,
    galleryName: gallery.name,
    galleryTo: key === null ? null : sharePath(key),
    told: toldOrder(studio, order, lines),
    refunded:
      order.refundedAmount === 0
        ? null
        : formatMoney({ amount: order.refundedAmount, currency: order.currency }, locale),
    service: (await serviceOf(studio, id))?.kind ?? null,
    hasFiles: lines.some(isOfFiles),
    here: buyerOrderPath(id),
    receiptUrl: order.fulfilledAt === null ? null : receiptPath(id),
    payUrl: order.status === "pending" ? order.checkoutUrl : null,
    isGivenBack: order.status === "canceled" && order.reviewReason !== null,
    isTooLate: order.status === "review" && order.reviewReason === ORIGINALS_GONE,
    canTryAgain: order.status === "failed",
    downloadUrl: order.status === "fulfilled" ? ((await linkOfOrder(studio, id))?.url ?? null) : null,
  };
});

/** Pays once more what was not paid: the attempt before it is closed first. */
export const action = studioAction(
  { may: "public", form: payAgainForm },
  async ({ studio, params, request }) => {
    const id = params.orderId ?? "";
    await getOrderForBuyer(studio, id, readCookie(buyerCookie(id), request));
    const started = await startPayment(studio, id);
    if (started.ok) throw redirect(started.value.checkoutUrl, 303);
    const words = storefrontWords(studio.tenant.locale).buyer.notStarted;
    throw redirectWithFlash(buyerOrderPath(id), words[started.refusal], request);
  },
);

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  {
    title: `${data ? storefrontWords(localeOfPage(matches)).buyer.title[data.status] : ""} · ${data?.studioName}`,
  },
  { name: "robots", content: "noindex" },
];

/** What a buyer reads of an order that is not waiting for a transfer. */
function textOf(
  {
    status,
    hasFiles,
    isGivenBack,
    isTooLate,
    service,
  }: Pick<
    ReturnType<typeof useLoaderData<typeof loader>>,
    "status" | "hasFiles" | "isGivenBack" | "isTooLate" | "service"
  >,
  words: ReturnType<typeof storefrontWords>["buyer"],
  services: ReturnType<typeof storefrontWords>["services"],
): string {
  if (isGivenBack) return words.givenBack;
  if (isTooLate) return words.tooLate;
  if (status !== "fulfilled" || hasFiles) return words.text[status];
  return service ? services.done[service] : words.things;
}

export default function BuyerOrder() {
  const order = useLoaderData<typeof loader>();
  const { buyer: words, receipt, services, transfer: transferWords } = useWords(storefrontWords);
  const layout = useWords(chromeWords).layout;
  const { transfer } = order;
  const trying = useNavigation().formMethod === "POST";
  // A transfer takes days: nobody sits and waits for it.
  const waiting = transfer === null && (order.status === "pending" || order.status === "processing");
  useLookAgain(waiting, LOOK_AGAIN_MS);
  return (
    <PublicLayout
      brand={{ name: order.studioName, to: "/" }}
      skipLabel={layout.skip}
      width="reading"
      footer={<span>{layout.poweredBy}</span>}
    >
      <div role="status">
        {transfer ? (
          <PageHeader
            title={transfer.received === null ? transferWords.title : transferWords.partTitle}
            description={
              transfer.received === null ? transferWords.text : transferWords.partText(transfer.received)
            }
          />
        ) : (
          <PageHeader title={words.title[order.status]} description={textOf(order, words, services)} />
        )}
      </div>
      {transfer ? (
        <TransferDetails
          amount={transfer.amount}
          reference={transfer.reference}
          instructions={transfer.instructions}
          until={transfer.until}
        />
      ) : null}
      <div className={cx("flex flex-wrap gap-3", transfer && "mt-8")}>
        {order.downloadUrl ? (
          <a href={order.downloadUrl} className={buttonClass({ size: "lg" })}>
            {words.download}
          </a>
        ) : null}
        {order.receiptUrl ? (
          <a href={order.receiptUrl} className={buttonClass({ variant: "secondary", size: "lg" })}>
            {receipt.download}
          </a>
        ) : null}
        {order.payUrl ? (
          <a href={order.payUrl} className={buttonClass({ size: "lg" })}>
            {words.pay}
          </a>
        ) : null}
        {order.canTryAgain ? (
          <Form method="post">
            <Button size="lg" pending={trying}>
              {trying ? words.trying : words.tryAgain}
            </Button>
          </Form>
        ) : null}
        {waiting ? (
          <noscript>
            <a href={order.here} className={buttonClass({ variant: "secondary", size: "lg" })}>
              {words.reload}
            </a>
          </noscript>
        ) : null}
        {order.galleryTo ? (
          <LinkButton to={order.galleryTo} variant={order.service ? "primary" : "secondary"} size="lg">
            {words.toGallery}
          </LinkButton>
        ) : null}
      </div>
      <BoughtLines told={order.told} />
      <DataList
        className="mt-10"
        items={[
          { label: words.gallery, value: order.galleryName },
          ...(order.refunded ? [{ label: words.refunded, value: order.refunded }] : []),
          ...(order.told.address
            ? [
                {
                  label: words.sentTo,
                  value: <span className="whitespace-pre-line">{order.told.address.join("\n")}</span>,
                },
              ]
            : []),
        ]}
      />
    </PublicLayout>
  );
}
