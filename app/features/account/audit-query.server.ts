import { type AuditFilterValues, auditFilter } from "./forms";

const fields = ["group", "person", "about", "from", "to"] as const;

/** What an address asks of the audit log. A field that is wrong counts as empty, and what is wrong is told. */
export function auditQueryOf(request: Request) {
  const query = new URL(request.url).searchParams;
  const given = Object.fromEntries(fields.map((name) => [name, query.get(name) || undefined]));
  const checked = auditFilter.safeParse(given);
  const errors = Object.fromEntries(
    (checked.error?.issues ?? []).map((issue) => [String(issue.path[0]), issue.message]),
  ) as Partial<Record<string, "not_a_day" | "wrong_order">>;
  const sound = Object.fromEntries(
    Object.entries(given).filter(([name, value]) => value !== undefined && !errors[name]),
  );
  const values: AuditFilterValues = auditFilter.catch({}).parse(sound);
  const chosen = Object.fromEntries(
    Object.entries(given).filter(
      ([name, value]) => value !== undefined && (!errors[name] || isDayField(name)),
    ),
  ) as Partial<Record<(typeof fields)[number], string>>;
  const cursor = Number(query.get("cursor"));
  return { values, chosen, errors, before: Number.isSafeInteger(cursor) && cursor > 0 ? cursor : null };
}

/** What was typed into these stands in the form again, beside what is wrong with it. */
const isDayField = (name: string) => name === "from" || name === "to";
