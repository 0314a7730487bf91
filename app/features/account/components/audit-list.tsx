import { Link } from "@remix-run/react";
import { useWords } from "../../../ui/locale";
import { accountWords } from "../messages/words";

/** A word of the log; a link where what it names has a page. */
interface Value {
  text: string;
  to: string | null;
}

/** An act as the page shows it; everything in words already. */
export interface AuditItem {
  seq: number;
  act: string;
  who: Value;
  kind: string | null;
  when: string;
  proof: string | null;
  network: string | null;
  device: string | null;
  subject: { label: string; to: string } | null;
  changes: { label: string; before: Value | null; after: Value | null }[];
}

/** The acts of the audit log, newest first: what and to whom, what it changed, and who, when and from where. */
export function AuditList({ items }: { items: readonly AuditItem[] }) {
  const words = useWords(accountWords).audit;
  return (
    <ol aria-label={words.caption} className="divide-line border-line divide-y border-y">
      {items.map((item) => (
        <li key={item.seq} className="grid gap-x-10 gap-y-3 py-5 sm:grid-cols-[minmax(0,1fr)_15rem]">
          <div className="min-w-0">
            <p className="font-medium">{item.act}</p>
            {item.subject ? (
              <p className="mt-0.5 truncate text-[0.9375rem]">
                <Link to={item.subject.to} className="link inline-flex min-h-6 max-w-full items-center">
                  <span className="truncate">{item.subject.label}</span>
                </Link>
              </p>
            ) : null}
            {item.changes.length > 0 ? <Changes changes={item.changes} /> : null}
          </div>
          <div className="text-muted min-w-0 text-sm leading-6">
            <p className="text-ink break-words">
              <Told {...item.who} />
              {item.kind ? <span className="text-muted"> · {item.kind}</span> : null}
            </p>
            <p className="tabular-nums">{item.when}</p>
            <p className="break-words">
              {[item.network, item.device, item.proof].filter((part) => part !== null).join(" · ")}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Told({ text, to }: Value) {
  return to ? (
    <Link to={to} className="link">
      {text}
    </Link>
  ) : (
    text
  );
}

function Changes({ changes }: Pick<AuditItem, "changes">) {
  const words = useWords(accountWords).audit;
  return (
    <dl className="mt-2.5 grid gap-y-1 text-sm leading-6">
      {changes.map(({ label, before, after }) => (
        <div key={label} className="flex flex-wrap gap-x-3">
          <dt className="text-muted">{label}</dt>
          <dd className="flex min-w-0 flex-wrap gap-x-2 break-words">
            {before !== null ? (
              <>
                <span className="sr-only">{words.was}</span>
                <del className="text-muted">
                  <Told {...before} />
                </del>
              </>
            ) : null}
            {before !== null && after !== null ? (
              <span aria-hidden="true" className="text-muted">
                →
              </span>
            ) : null}
            {after !== null ? (
              <>
                {before !== null ? <span className="sr-only">{words.is}</span> : null}
                <span>
                  <Told {...after} />
                </span>
              </>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
