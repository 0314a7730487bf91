import { noteAct } from "../../../events/audit";
import type { AuditFilter } from "../../../events/audit-reading";
import { CSV_BEGINNING, csvLine } from "../../../lib/csv";
import type { Studio } from "../../../tenancy/studio";
import { type AuditTelling, auditStretch, filterOf } from "../audit-log.server";
import { inWords } from "../audit-words.server";
import type { AuditFilterValues } from "../forms";
import { accountWords } from "../messages/words";

/** Rows that are read at once: what the export holds in memory. */
const ROWS_A_STRETCH = 200;

/**
 * Hands the filtered log out as a file, read while it is sent. That it was is noted first, so that there is no
 * file without an entry; the entry itself is in the file where the filter shows it.
 */
export async function exportAudit(
  studio: Studio,
  { format, ...values }: AuditFilterValues & { format: "csv" | "json" },
): Promise<ReadableStream<Uint8Array>> {
  const chosen = Object.entries(values).filter((condition): condition is [string, string] => !!condition[1]);
  await noteAct(studio, {
    action: "audit.exported",
    subjectId: studio.tenant.id,
    after: { format, ...Object.fromEntries(chosen) },
  });
  const lines = format === "csv" ? csvLines(studio) : jsonLines();
  return streamOf(stretches(studio, filterOf(studio, values)), lines);
}

async function* stretches(studio: Studio, filter: AuditFilter): AsyncGenerator<AuditTelling[]> {
  let before: number | null = Number.MAX_SAFE_INTEGER;
  while (before !== null) {
    const { items, next } = await auditStretch(studio, filter, { before, limit: ROWS_A_STRETCH });
    yield items;
    before = next;
  }
}

/** How a file begins, how each entry stands in it, and how it ends. */
interface Lines {
  beginning: string;
  line(telling: AuditTelling, index: number): string;
  end: string;
}

function streamOf(source: AsyncGenerator<AuditTelling[]>, lines: Lines): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let index = 0;
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(lines.beginning)),
    async pull(controller) {
      const { done, value } = await source.next();
      const text = done ? lines.end : value.map((telling) => lines.line(telling, index++)).join("");
      controller.enqueue(encoder.encode(text));
      if (done) controller.close();
    },
    async cancel() {
      await source.return(undefined);
    },
  });
}

function csvLines({ tenant }: Studio): Lines {
  return {
    beginning: CSV_BEGINNING + csvLine(accountWords(tenant.locale).audit.csv),
    line(telling) {
      const { who, when, act } = inWords(tenant, telling);
      return csvLine([
        telling.seq,
        new Date(telling.at).toISOString(),
        when,
        who,
        telling.actorKind,
        telling.actorId,
        telling.proof,
        telling.network,
        telling.device,
        act,
        telling.action,
        telling.subject,
        telling.subjectId,
        sideText(telling.before),
        sideText(telling.after),
      ]);
    },
    end: "",
  };
}

function jsonLines(): Lines {
  return {
    beginning: "[",
    line: (
      {
        at,
        subjectPath: _path,
        actorPath: _actorPath,
        isActorErased: _erased,
        mentions: _mentions,
        ...telling
      },
      index,
    ) => `${index === 0 ? "\n" : ",\n"}${JSON.stringify({ ...telling, at: new Date(at).toISOString() })}`,
    end: "\n]\n",
  };
}

function sideText(side: AuditTelling["before"]): string | null {
  return Object.keys(side).length === 0 ? null : JSON.stringify(side);
}
