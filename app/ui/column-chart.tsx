import { useId } from "react";

export interface Column {
  key: string;
  label: string;
  /** Stands above the line. */
  up: number;
  /** Stands below it. */
  down: number;
}

export interface ColumnChartProps {
  /** Says in a sentence what can be seen; the figures themselves stand in a table. */
  title: string;
  columns: readonly Column[];
  /** The names of what stands above and below, and the largest value as people read it. */
  legend: { up: string; down: string; most: string };
}

const HEIGHT = 200;
const COLUMN = 10;
const GAP = 3;

/** Columns side by side over one line, those of a second kind below it. Plain SVG: it needs no JavaScript. */
export function ColumnChart({ title, columns, legend }: ColumnChartProps) {
  const id = useId();
  const most = Math.max(1, ...columns.map(({ up }) => up));
  const least = Math.max(0, ...columns.map(({ down }) => down));
  const scale = HEIGHT / (most + least);
  const base = most * scale;
  const width = columns.length * COLUMN;
  const first = columns[0]?.label;
  const last = columns.at(-1)?.label;
  return (
    <figure>
      <p aria-hidden="true" className="text-muted mb-2 flex justify-between gap-4 text-xs">
        <span className="tabular-nums">{legend.most}</span>
        <span className="flex gap-4">
          <Key className="bg-accent" label={legend.up} />
          {least > 0 ? <Key className="bg-control" label={legend.down} /> : null}
        </span>
      </p>
      <svg
        role="img"
        aria-labelledby={id}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="border-line h-52 w-full border-t border-dashed"
      >
        <title id={id}>{title}</title>
        {columns.map(({ key, up, down }, index) => (
          <g key={key}>
            <Bar
              className="fill-accent"
              at={index}
              from={base - scaled(up, scale)}
              height={scaled(up, scale)}
            />
            <Bar className="fill-control" at={index} from={base} height={scaled(down, scale)} />
          </g>
        ))}
        <line
          x1="0"
          x2={width}
          y1={base}
          y2={base}
          className="stroke-control"
          strokeWidth="1"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <p aria-hidden="true" className="text-muted mt-2 flex justify-between gap-4 text-xs tabular-nums">
        <span>{first}</span>
        {columns.length > 1 ? <span>{last}</span> : null}
      </p>
    </figure>
  );
}

/** What is there is seen, however little it is. */
const scaled = (value: number, scale: number) => (value > 0 ? Math.max(1.5, value * scale) : 0);

function Bar({
  at,
  from,
  height,
  className,
}: {
  at: number;
  from: number;
  height: number;
  className: string;
}) {
  if (height === 0) return null;
  return (
    <rect x={at * COLUMN + GAP / 2} y={from} width={COLUMN - GAP} height={height} className={className} />
  );
}

function Key({ className, label }: { className: string; label: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span className={`size-2 rounded-full ${className}`} />
      {label}
    </span>
  );
}
