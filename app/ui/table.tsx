import type { ReactNode } from "react";
import { cx } from "./cx";

export interface Column<Row> {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Figures stand at the end. */
  align?: "start" | "end";
  /** Names the row: its header for screen readers, its title on a phone. */
  primary?: boolean;
  /** The header is for screen readers only, e.g. over a column of buttons. */
  headerHidden?: boolean;
}

export interface TableProps<Row> {
  /** Says what the table holds; visible unless `captionHidden`. */
  caption: ReactNode;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  footer?: ReactNode;
  className?: string;
}

/** A table that becomes a list of labelled rows on a phone. Roles are written out: `display` would drop them. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, captionHidden, columns, rows, rowKey, footer, className } = props;
  return (
    // biome-ignore lint/a11y/noRedundantRoles: browsers drop table semantics when display changes
    <table role="table" className={cx("data-table", className)}>
      <caption className={captionHidden ? "sr-only" : "text-muted pb-3 text-start text-sm"}>
        {caption}
      </caption>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
      <thead role="rowgroup">
        {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
        <tr role="row">
          {columns.map((column) => (
            // biome-ignore lint/a11y/noRedundantRoles: as above
            <th key={column.key} role="columnheader" scope="col" data-align={column.align}>
              {column.headerHidden ? <span className="sr-only">{column.header}</span> : column.header}
            </th>
          ))}
        </tr>
      </thead>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
      <tbody role="rowgroup">
        {rows.map((row) => (
          // biome-ignore lint/a11y/noRedundantRoles: as above
          <tr key={rowKey(row)} role="row">
            {columns.map((column) => (
              <BodyCell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
      {footer}
    </table>
  );
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  if (column.primary) {
    return (
      // biome-ignore lint/a11y/noRedundantRoles: browsers drop table semantics when display changes
      <th role="rowheader" scope="row" data-align={column.align}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    // biome-ignore lint/a11y/noRedundantRoles: browsers drop table semantics when display changes
    <td role="cell" data-align={column.align}>
      {column.headerHidden ? null : (
        <span aria-hidden="true" className="data-table-label">
          {column.header}
        </span>
      )}
      {column.cell(row)}
    </td>
  );
}
