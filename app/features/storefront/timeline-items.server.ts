import type { storefrontWords } from "./messages/words";
import type { TimelineItem } from "./model/order-view";
import type { OrderAct } from "./order-timeline.server";

interface Note {
  id: string;
  text: string;
  by: string | null;
  at: number;
  when: string | null;
}

type ToldAct = Omit<OrderAct, "amount"> & { when: string; amount: string | null };

/** Notes and acts of an order in one list, newest first. @param acts what each act is called */
export function timelineItems(
  { orderWork }: ReturnType<typeof storefrontWords>,
  names: Readonly<Record<OrderAct["action"], string>>,
  { notes, acts }: { notes: readonly Note[]; acts: readonly ToldAct[] },
): TimelineItem[] {
  const { by: others, former } = orderWork.timeline;
  const whoDid = ({ kind, name }: OrderAct["by"]) => (kind === "member" ? (name ?? former) : others[kind]);
  const items = [
    ...notes.map(({ id, text, by, at, when }) => ({
      at,
      item: { key: id, when: when ?? "", act: null, who: by || former, amount: null, note: text },
    })),
    ...acts
      // The note itself says that it was written.
      .filter(({ action }) => action !== "order.note_added")
      .map(({ seq, at, when, action, by, amount }) => ({
        at,
        item: { key: String(seq), when, act: names[action], who: whoDid(by), amount, note: null },
      })),
  ];
  return items.toSorted((a, b) => b.at - a.at).map(({ item }) => item);
}
