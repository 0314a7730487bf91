import { strToU8, zipSync } from "fflate";
import { noteAct } from "../../../events/audit";
import { CSV_BEGINNING, csvLine } from "../../../lib/csv";
import { amountText } from "../../../lib/money";
import { formatMoment } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { type Holdings, holdingsOf } from "../holdings.server";
import { clientWords } from "../messages/words";
import { getPerson } from "../person.server";

/**
 * Everything the studio holds of a person, as a ZIP archive for them: what they were told, and what can be read by
 * programs. That it was handed out is noted first. Throws `not_found`.
 */
export async function exportPerson(studio: Studio, personId: string): Promise<Uint8Array<ArrayBuffer>> {
  const person = await getPerson(studio, personId);
  await noteAct(studio, { action: "person.exported", subjectId: personId });
  const holdings = await holdingsOf(studio, person);
  const { name, locale, timeZone } = studio.tenant;
  const now = studio.clock.now();
  const readme = clientWords(locale).people.readme(name, person.email, formatMoment(now, locale, timeZone));
  return zipSync(
    {
      "README.txt": strToU8(readme),
      "data.json": strToU8(`${JSON.stringify(holdings, withMoments, 2)}\n`),
      "orders.csv": strToU8(ordersCsv(holdings, locale)),
    },
    { mtime: now },
  ) as Uint8Array<ArrayBuffer>;
}

/** Moments are milliseconds inside, and ISO 8601 for people. */
function withMoments(key: string, value: unknown): unknown {
  return typeof value === "number" && /^at$|At$|Until$/.test(key) ? new Date(value).toISOString() : value;
}

function ordersCsv({ orders }: Holdings, locale: string): string {
  const lines = orders.flatMap(({ id, createdAt, status, gallery, currency, lines }) =>
    lines.map(({ filename, amount }) =>
      csvLine([
        id,
        new Date(createdAt).toISOString(),
        status,
        gallery,
        filename,
        amountText({ amount, currency }),
        currency,
      ]),
    ),
  );
  return CSV_BEGINNING + csvLine(clientWords(locale).people.orderColumns) + lines.join("");
}
