/** How a report is divided. */
export const reportKinds = ["day", "gallery", "product"] as const;
export type ReportKind = (typeof reportKinds)[number];

/** What was sold, in minor units of one currency. sold - refunded = net + tax. */
export interface SalesFigures {
  /** What buyers were charged, with shipping and tax. */
  sold: number;
  /** What of sales was given back. Negative where more refunds failed than were made. */
  refunded: number;
  /** The tax in what is left. */
  tax: number;
  /** What is left without tax. */
  net: number;
}

/** What an order costs besides; known of orders, not of their products. */
export interface OrderFigures extends SalesFigures {
  /** Of the payment provider and of the platform. */
  fees: number;
  /** What banks took back for good. */
  losses: number;
  orders: number;
}

/** What is left in the end. */
export function keptOf({ net, fees, losses }: OrderFigures): number {
  return net - fees - losses;
}

/** The columns of a report's table, in their order; a report has those that its total has. */
export const figureNames = ["orders", "quantity", "sold", "refunded", "tax", "net", "fees", "kept"] as const;
type FigureName = (typeof figureNames)[number];

/** What of a report is drawn: columns along the days, or bars of those who sold most. */
export type ToldChart =
  | {
      kind: "columns";
      title: string;
      most: string;
      columns: { key: string; label: string; up: number; down: number }[];
    }
  | { kind: "bars"; title: string; bars: { key: string; label: string; value: number; text: string }[] };

/** A row of a report's table, its figures as they are read. */
export interface ToldRow {
  key: string;
  name: string;
  figures: Partial<Record<FigureName, string>>;
}

/** A report as it is read; `total` is what the ledger says of all of it, and the rows add up to it. */
export interface ToldReport {
  chart: ToldChart;
  table: { caption: string; header: string; rows: ToldRow[]; total: ToldRow };
}
