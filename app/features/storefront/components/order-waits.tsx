import { Form, useNavigation } from "@remix-run/react";
import { Button } from "../../../ui/button";
import { Disclosure } from "../../../ui/disclosure";
import { TextField } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { storefrontWords } from "../messages/words";
import { ORIGINALS_GONE, type ShownStatus } from "../model/money-states";
import type { AwaitedMoney } from "../model/order-view";

export interface OrderWaitsProps {
  status: ShownStatus;
  total: string;
  reviewReason: string | null;
  /** What was paid for an order under review, or of a transfer so far; `key` makes pressing twice one refund. */
  held: { amount: string; isTransfer: boolean; key: string } | null;
  dispute: { amount: string; reason: string; answerBy: string | null } | null;
  awaited: AwaitedMoney | null;
  /** Whether the one who looks may do something about it. */
  canAct: boolean;
  /** What the server said to the form that was sent. */
  result:
    | { error?: Record<string, string[] | null> | null; initialValue?: Record<string, unknown> | null }
    | undefined;
}

/** What of an order waits for a member: money that is reserved, that does not fit, is disputed or has arrived. */
export function OrderWaits(props: OrderWaitsProps) {
  const { status, total, reviewReason, held, dispute, awaited, canAct, result } = props;
  const words = useWords(storefrontWords).orderWork.wait;
  const formErrors = result?.error?.[""];
  const isTooLate = reviewReason === ORIGINALS_GONE;
  const canCancel = canAct && held === null && (status === "pending" || status === "authorized");
  return (
    <div className="mb-10 grid max-w-3xl gap-4 empty:hidden">
      {formErrors ? <Notice tone="danger">{formErrors[0]}</Notice> : null}
      {status === "authorized" ? (
        <Notice
          tone="warning"
          title={words.authorized}
          actions={
            canAct ? <Act intent="capture" label={words.capture(total)} pending={words.capturing} /> : null
          }
        >
          {words.authorizedText(total)}
        </Notice>
      ) : null}
      {status === "review" ? (
        <Notice
          tone="warning"
          title={words.review}
          actions={
            canAct && !isTooLate ? (
              <Act intent="accept" label={words.accept} pending={words.accepting} />
            ) : null
          }
        >
          {words.reviewReasons[reviewReason ?? ""] ?? words.reviewOther}{" "}
          {isTooLate ? words.tooLateText : words.reviewText}
        </Notice>
      ) : null}
      {status === "disputed" && dispute ? (
        <Notice tone="warning" title={words.disputed}>
          {words.disputedText(dispute.amount, dispute.reason)}{" "}
          {dispute.answerBy ? words.answerBy(dispute.answerBy) : null}
        </Notice>
      ) : null}
      {status === "dispute_lost" ? (
        <Notice tone="warning" title={words.lost}>
          {words.lostText}
        </Notice>
      ) : null}
      {awaited && canAct ? <ConfirmTransfer awaited={awaited} result={result} /> : null}
      {held && canAct ? (
        <Disclosure label={words.giveBack(held.amount)}>
          <p className="mt-1 mb-3">{held.isTransfer ? words.giveBackTransfer : words.giveBackText}</p>
          <Act
            intent="give-back"
            fields={{ key: held.key }}
            label={words.giveBack(held.amount)}
            pending={words.givingBack}
            isDangerous
          />
        </Disclosure>
      ) : null}
      {canCancel ? (
        <Disclosure label={words.cancel}>
          <p className="mt-1 mb-3">{words.cancelText[status === "pending" ? "pending" : "authorized"]}</p>
          <Act intent="cancel" label={words.cancel} pending={words.canceling} isDangerous />
        </Disclosure>
      ) : null}
    </div>
  );
}

function Act({
  intent,
  label,
  pending,
  fields = {},
  isDangerous = false,
}: {
  intent: string;
  fields?: Readonly<Record<string, string>>;
  label: string;
  pending: string;
  isDangerous?: boolean;
}) {
  const isPending = useNavigation().formData?.get("intent") === intent;
  return (
    <Form method="post">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button
        name="intent"
        value={intent}
        size="sm"
        variant={isDangerous ? "danger" : "primary"}
        pending={isPending}
      >
        {isPending ? pending : label}
      </Button>
    </Form>
  );
}

function ConfirmTransfer({ awaited, result }: { awaited: AwaitedMoney } & Pick<OrderWaitsProps, "result">) {
  const words = useWords(storefrontWords).confirmTransfer;
  const isPending = useNavigation().formData?.get("intent") === "confirm";
  const typed = result?.initialValue?.intent === "confirm" ? result.initialValue : null;
  return (
    <section aria-labelledby="confirm" className="bg-sunken rounded-lg p-5 sm:p-6">
      <h2 id="confirm" className="text-xl">
        {words.title}
      </h2>
      <p className="text-muted mt-1 mb-5">{words.text(awaited.reference)}</p>
      <Form method="post" key={awaited.key} className="grid items-end gap-5 sm:grid-cols-2">
        <input type="hidden" name="key" value={awaited.key} />
        <TextField
          label={words.amount}
          hint={words.amountHint(awaited.missing)}
          name="amount"
          inputMode="decimal"
          autoComplete="off"
          required
          defaultValue={String(typed?.amount ?? awaited.typed)}
          error={result?.error?.amount}
        />
        <TextField
          label={words.receivedOn}
          name="receivedOn"
          type="date"
          required
          max={awaited.today}
          defaultValue={String(typed?.receivedOn ?? awaited.today)}
          error={result?.error?.receivedOn}
        />
        <div className="sm:col-span-2">
          <Button name="intent" value="confirm" pending={isPending}>
            {isPending ? words.pending : words.submit}
          </Button>
        </div>
      </Form>
    </section>
  );
}
