import { Link } from "@remix-run/react";
import { useWords } from "../../../ui/locale";
import { storefrontWords } from "../messages/words";
import type { ShownStatus } from "../model/money-states";
import { openStatuses, shownStatuses } from "../model/order-filter";
import { orderPath } from "../paths";

export interface BoardOrder {
  id: string;
  number: string;
  /** Null for somebody who was erased. */
  email: string | null;
  status: ShownStatus;
  total: string;
  when: string;
  gallery: { id: string; name: string };
  lines: number;
}

/** How many orders wait, for each status that somebody has to do something about; each leads to those. */
export function OpenOrders({ counts }: { counts: readonly { status: ShownStatus; count: number }[] }) {
  const { board, status: statuses } = useWords(storefrontWords);
  const waiting = counts.filter(({ count }) => count > 0);
  if (waiting.length === 0) return null;
  return (
    <nav aria-label={board.open} className="mb-10">
      <ul className="grid grid-cols-2 gap-3 sm:flex sm:flex-wrap">
        {waiting.map(({ status, count }) => (
          <li key={status}>
            <Link
              to={`?status=${status}`}
              className="border-line bg-surface hover:border-control grid min-h-20 gap-0.5 rounded-lg border px-4 py-3 sm:min-w-40"
            >
              <span className="font-serif text-2xl tabular-nums">{count}</span>
              <span className={isUrgent(status) ? "text-danger text-sm" : "text-muted text-sm"}>
                {statuses[status]}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const isUrgent = (status: ShownStatus) => (openStatuses.slice(0, 3) as readonly string[]).includes(status);

/** The orders of a page as cards, those of one status together: for screens on which no table fits. */
export function OrderCards({ orders, erased }: { orders: readonly BoardOrder[]; erased: string }) {
  const { board, status: statuses } = useWords(storefrontWords);
  const groups = shownStatuses
    .map((status) => ({ status, orders: orders.filter((order) => order.status === status) }))
    .filter((group) => group.orders.length > 0);
  return (
    <div className="grid gap-10 sm:hidden">
      {groups.map((group) => (
        <section key={group.status} aria-labelledby={`cards-${group.status}`}>
          <h2 id={`cards-${group.status}`} className="mb-3 text-xl">
            {statuses[group.status]}
          </h2>
          <ul className="grid gap-3">
            {group.orders.map((order) => (
              <li
                key={order.id}
                className="border-line bg-surface focus-within:border-accent relative rounded-lg border px-4 py-3.5"
              >
                <div className="flex items-baseline justify-between gap-4">
                  {/* The link covers the card, so all of it can be pressed. */}
                  <Link
                    to={orderPath(order.id)}
                    className="min-w-0 font-medium break-words before:absolute before:inset-0"
                  >
                    {order.email ?? erased}
                  </Link>
                  <span className="font-serif text-lg tabular-nums">{order.total}</span>
                </div>
                <p className="text-muted mt-1 text-sm">
                  {order.gallery.name} · {board.items(order.lines)}
                </p>
                <p className="text-muted text-sm tabular-nums">
                  {order.when} · {board.number(order.number)}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
