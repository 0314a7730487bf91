import type { AuditAction } from "../../events/audit-entry";
import { formatMoney } from "../../lib/money";
import { formatMoment } from "../../lib/time";
import type { Tenant } from "../../tenancy/studio";
import type { AuditTelling } from "./audit-log.server";
import { accountWords } from "./messages/words";

/** What something was or is, in words; with its page, where it is a thing that has one. */
export interface AuditValue {
  text: string;
  to: string | null;
}

/** One thing that an act changed, in words. */
export interface AuditChange {
  label: string;
  before: AuditValue | null;
  after: AuditValue | null;
}

/** An act in the words that a page and a file show. */
export interface AuditWords {
  act: string;
  who: string;
  /** The kind of person, where `who` is a name. */
  kind: string | null;
  when: string;
  proof: string | null;
  changes: AuditChange[];
}

/** Tells an act in the studio's language, zone and money. */
export function inWords(tenant: Tenant, telling: AuditTelling): AuditWords {
  const words = accountWords(tenant.locale).audit;
  const acts: Record<AuditAction, string> = words.acts;
  const kind = words.people[telling.actorKind];
  const who = telling.actorName ?? (telling.isActorErased && telling.actorId ? words.erased : kind);
  return {
    act: acts[telling.action as AuditAction] ?? telling.action,
    who,
    kind: who === kind || telling.actorKind === "member" ? null : kind,
    when: formatMoment(telling.at, tenant.locale, tenant.timeZone),
    proof: (telling.proof && words.proofs[telling.proof]) || null,
    changes: changesOf(tenant, telling),
  };
}

/** What differs between before and after; of a thing that is new, what it is. */
function changesOf(tenant: Tenant, { before, after, mentions }: AuditTelling): AuditChange[] {
  const { fields } = accountWords(tenant.locale).audit;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  // Of the fields that changed, those whose values are told need not be named again.
  const untold = (value: Value) =>
    Array.isArray(value) ? value.filter((each) => !names.includes(String(each))) : value;
  const told = (side: AuditTelling["before"], name: string): AuditValue | null => {
    if (!(name in side)) return null;
    const value = side[name] ?? null;
    const thing = mentions[String(value)];
    if (thing) return { text: thing.name, to: thing.path };
    const text = valueText(tenant, name, name === "fields" ? untold(value) : value, side);
    return text ? { text, to: null } : null;
  };
  return names
    .filter((name) => !(name === "currency" && names.includes("amount")))
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => ({
      label: fields[name] ?? name,
      before: told(before, name),
      after: told(after, name),
    }))
    .filter(({ before: was, after: is }) => was || is);
}

type Value = AuditTelling["before"][string];

const AMOUNTS = new Set(["amount", "priceAmount", "minimumAmount"]);

function valueText(tenant: Tenant, name: string, value: Value, side: AuditTelling["before"]): string {
  const words = accountWords(tenant.locale).audit;
  if (value === null || value === "") return words.none;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (Array.isArray(value)) return value.map((each) => words.fields[String(each)] ?? String(each)).join(", ");
  if (typeof value === "number") {
    if (name.endsWith("At")) return formatMoment(value, tenant.locale, tenant.timeZone);
    if (name === "bytes") return `${(value / 1e6).toFixed(1)} MB`;
    if (name === "taxRate" || name === "markUp") return `${value / 100} %`;
    const currency = typeof side.currency === "string" ? side.currency : tenant.currency;
    if (AMOUNTS.has(name)) return formatMoney({ amount: value, currency }, tenant.locale);
  }
  return String(value);
}
