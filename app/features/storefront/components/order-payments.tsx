import { Form, useNavigation } from "@remix-run/react";
import { Button } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { type Column, Table } from "../../../ui/table";
import { storefrontWords } from "../messages/words";
import type { AttemptState, NoticeState, Provider, RefundReason, RefundState } from "../model/money-states";

interface Attempt {
  id: string;
  when: string | null;
  provider: Provider;
  state: AttemptState;
  amount: string;
  paymentRef: string | null;
}

interface Refund {
  id: string;
  /** A member sends it, and says so here. */
  waitsForMember: boolean;
  when: string | null;
  amount: string;
  state: RefundState;
  reason: RefundReason;
  note: string;
  by: string | null;
}

interface Dispute {
  id: string;
  when: string | null;
  amount: string;
  state: NoticeState;
  reason: string;
  answerBy: string | null;
}

interface Receipt {
  id: string;
  receivedOn: string;
  amount: string;
  by: string | null;
}

export interface OrderPaymentsProps {
  attempts: readonly Attempt[];
  refunds: readonly Refund[];
  disputes: readonly Dispute[];
  receipts: readonly Receipt[];
  /** Whether whoever looks may say that a refund is sent. */
  canAct: boolean;
}

/** How an order was paid, what of it was given back, and what a bank says of it. */
export function OrderPayments({ attempts, refunds, disputes, receipts, canAct }: OrderPaymentsProps) {
  const { orderWork, board } = useWords(storefrontWords);
  const words = orderWork.payments;
  const amount = { key: "amount", header: words.amount, align: "end" as const };
  const when = { key: "when", header: words.when, primary: true };
  return (
    <section aria-labelledby="payments" className="mt-14">
      <h2 id="payments" className="mb-6 text-2xl">
        {words.title}
      </h2>
      <div className="grid gap-12">
        <Rows<Receipt>
          caption={words.receipts}
          rows={receipts}
          columns={[
            { key: "day", header: words.receivedOn, primary: true, cell: (row) => row.receivedOn },
            { key: "by", header: words.confirmedBy, cell: (row) => row.by ?? orderWork.timeline.former },
            { ...amount, cell: (row) => row.amount },
          ]}
        />
        <Rows<Dispute>
          caption={words.disputes}
          rows={disputes}
          columns={[
            { ...when, cell: (row) => row.when },
            { key: "reason", header: words.reason, cell: (row) => row.reason },
            { key: "until", header: words.answerBy, cell: (row) => row.answerBy ?? "–" },
            { key: "state", header: words.state, cell: (row) => words.disputeStates[row.state] },
            { ...amount, cell: (row) => row.amount },
          ]}
        />
        <Rows<Refund>
          caption={words.refunds}
          rows={refunds}
          columns={[
            { ...when, cell: (row) => row.when },
            { key: "reason", header: words.reason, cell: (row) => words.reasons[row.reason] },
            { key: "note", header: words.note, cell: (row) => row.note || words.noNote },
            { key: "who", header: words.who, cell: (row) => row.by ?? words.provider },
            {
              key: "state",
              header: words.state,
              cell: (row) =>
                row.waitsForMember && canAct ? <MarkSent refund={row.id} /> : words.refundStates[row.state],
            },
            { ...amount, cell: (row) => row.amount },
          ]}
        />
        <Rows<Attempt>
          caption={words.attempts}
          rows={attempts}
          columns={[
            { ...when, cell: (row) => row.when },
            { key: "by", header: words.by, cell: (row) => board.providers[row.provider] },
            { key: "state", header: words.state, cell: (row) => words.attemptStates[row.state] },
            {
              key: "reference",
              header: words.reference,
              cell: (row) => <span className="break-all">{row.paymentRef ?? words.noReference}</span>,
            },
            { ...amount, cell: (row) => row.amount },
          ]}
        />
      </div>
    </section>
  );
}

function MarkSent({ refund }: { refund: string }) {
  const words = useWords(storefrontWords).orderWork.payments;
  const pending = useNavigation().formData?.get("refund") === refund;
  return (
    <Form method="post">
      <input type="hidden" name="refund" value={refund} />
      <Button name="intent" value="sent" variant="secondary" size="sm" pending={pending}>
        {words.markSent}
      </Button>
    </Form>
  );
}

function Rows<Row extends { id: string }>({
  caption,
  rows,
  columns,
}: {
  caption: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
}) {
  if (rows.length === 0) return null;
  return <Table caption={caption} rows={rows} rowKey={(row) => row.id} columns={columns} />;
}
