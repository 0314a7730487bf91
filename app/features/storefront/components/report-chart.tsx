import { BarChart } from "../../../ui/bar-chart";
import { ColumnChart } from "../../../ui/column-chart";
import { useWords } from "../../../ui/locale";
import { storefrontWords } from "../messages/words";
import type { ToldChart } from "../model/sales-report";

/** What of a report can be seen at a glance. */
export function ReportChart({ chart }: { chart: ToldChart }) {
  const words = useWords(storefrontWords).report.chart;
  if (chart.kind === "bars")
    return chart.bars.length === 0 ? null : <BarChart title={chart.title} bars={chart.bars} />;
  const legend = { up: words.sold, down: words.refunded, most: chart.most };
  return <ColumnChart title={chart.title} columns={chart.columns} legend={legend} />;
}
