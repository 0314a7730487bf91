import type { Shot } from "./draft";
import type { Answer } from "./judge";

const kinds = [
  "done",
  "form back",
  "sign in",
  "401 403",
  "404",
  "405",
  "409 410",
  "413 415",
  "422",
  "429",
  "other",
] as const;
type Kind = (typeof kinds)[number];

/** Requests whose address or method was changed belong to no route. */
const ASTRAY = "(other addresses and methods)";

/** Counts how requests ended, by the route they were made for. */
export class Outcomes {
  private readonly counts = new Map<string, Record<Kind, number>>();
  total = 0;

  add(shot: Shot, answer: Answer): void {
    const route = shot.isAstray ? ASTRAY : shot.route;
    const counts =
      this.counts.get(route) ?? (Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>);
    counts[kindOf(answer)] += 1;
    this.counts.set(route, counts);
    this.total += 1;
  }

  /** Routes that did what they are for not even once. */
  neverDone(routes: readonly string[]): string[] {
    return routes.filter((route) => !this.counts.get(route)?.done);
  }

  /** The share of requests that did what they asked for, whatever that was. */
  get shareDone(): number {
    const done = [...this.counts.values()].reduce((sum, counts) => sum + counts.done, 0);
    return done / Math.max(1, this.total);
  }

  toString(): string {
    const rows = [...this.counts].toSorted(([one], [other]) => one.localeCompare(other));
    const width = Math.max(...rows.map(([route]) => route.length));
    const head = `${"".padEnd(width)}  ${"asked".padStart(7)}${kinds.map((kind) => kind.padStart(10)).join("")}`;
    const lines = rows.map(([route, counts]) => {
      const asked = Object.values(counts).reduce((sum, count) => sum + count, 0);
      const cells = kinds.map((kind) => (counts[kind] === 0 ? "" : String(counts[kind])).padStart(10));
      return `${route.padEnd(width)}  ${String(asked).padStart(7)}${cells.join("")}`;
    });
    return [head, ...lines].join("\n");
  }
}

const byStatus: Record<number, Kind> = {
  401: "401 403",
  403: "401 403",
  404: "404",
  405: "405",
  409: "409 410",
  410: "409 410",
  413: "413 415",
  415: "413 415",
  422: "422",
  429: "429",
};

function kindOf({ status, headers, text }: Answer): Kind {
  if (status >= 400) return byStatus[status] ?? "other";
  const to = headers.get("location") ?? (status === 202 ? text : "");
  if (status >= 202 && /\/sign-in\b/.test(to)) return "sign in";
  return /role="alert"|aria-invalid="true"|"initialValue"/.test(text) ? "form back" : "done";
}
