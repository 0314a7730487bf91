import { Form, useNavigation } from "@remix-run/react";
import { Button } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { TextArea } from "../../../ui/text-area";
import { storefrontWords } from "../messages/words";
import type { TimelineItem } from "../model/order-view";

export interface OrderTimelineProps {
  items: readonly TimelineItem[];
  hasMore: boolean;
  /** What the server said to the note that was sent. */
  result:
    | { error?: Record<string, string[] | null> | null; initialValue?: Record<string, unknown> | null }
    | undefined;
}

/** What happened to an order and what members say of it, newest first, under the field for another note. */
export function OrderTimeline({ items, hasMore, result }: OrderTimelineProps) {
  const words = useWords(storefrontWords).orderWork.timeline;
  const navigation = useNavigation();
  const adding = navigation.formData?.get("intent") === "note";
  return (
    <section aria-labelledby="timeline" className="mt-14 max-w-2xl">
      <h2 id="timeline" className="mb-6 text-2xl">
        {words.title}
      </h2>
      {/* Another newest item means that the note is written: the field is emptied. */}
      <Form method="post" key={items[0]?.key} className="mb-8 grid gap-3">
        <TextArea
          label={words.note}
          hint={words.noteHint}
          name="note"
          rows={2}
          maxLength={2000}
          required
          defaultValue={String(result?.initialValue?.note ?? "")}
          error={result?.error?.note}
        />
        <div>
          <Button name="intent" value="note" variant="secondary" size="sm" pending={adding}>
            {adding ? words.adding : words.add}
          </Button>
        </div>
      </Form>
      <ol className="border-line border-s">
        {items.map((item) => (
          <li key={item.key} className="relative ps-6 pb-6 last:pb-0">
            <span
              aria-hidden="true"
              className={`absolute -start-[0.28125rem] top-2 size-2 rounded-full ${item.note === null ? "bg-control" : "bg-accent"}`}
            />
            <p>
              {item.act ?? words.wrote}
              {item.amount ? <span className="tabular-nums">, {item.amount}</span> : null}
            </p>
            {item.note === null ? null : (
              <p className="bg-sunken my-1.5 rounded-md px-3 py-2 break-words whitespace-pre-line">
                {item.note}
              </p>
            )}
            <p className="text-muted text-sm">
              {item.when} · {item.who}
            </p>
          </li>
        ))}
      </ol>
      {hasMore ? <p className="text-muted mt-6 text-sm">{words.more}</p> : null}
    </section>
  );
}
