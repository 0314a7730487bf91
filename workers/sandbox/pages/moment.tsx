/** @jsxImportSource hono/jsx */

const FORMAT = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "medium",
  timeStyle: "medium",
  timeZone: "UTC",
});

/** A moment for reading, in UTC. @param at milliseconds since the epoch. */
export function Moment({ at }: { at: number }) {
  const moment = new Date(at);
  return <time dateTime={moment.toISOString()}>{FORMAT.format(moment)} UTC</time>;
}

const UNITS = [
  { name: "day", ms: 86_400_000 },
  { name: "hour", ms: 3_600_000 },
  { name: "minute", ms: 60_000 },
  { name: "second", ms: 1000 },
];

/** "31 days and 2 hours ahead": the two largest units of a span. @param ms milliseconds; negative is behind. */
export function spanInWords(ms: number): string {
  let rest = Math.abs(ms);
  const parts: string[] = [];
  for (const unit of UNITS) {
    const count = Math.floor(rest / unit.ms);
    rest -= count * unit.ms;
    if (count > 0 && parts.length < 2) parts.push(`${count} ${unit.name}${count === 1 ? "" : "s"}`);
  }
  return `${parts.join(" and ") || "less than a second"} ${ms < 0 ? "behind" : "ahead"}`;
}
