import { useWords } from "../../../ui/locale";
import { Table } from "../../../ui/table";
import { storefrontWords } from "../messages/words";
import { figureNames, type ToldReport, type ToldRow } from "../model/sales-report";

/** Every figure of a report, and what they come to. */
export function ReportTable({ caption, header, rows, total }: ToldReport["table"]) {
  const words = useWords(storefrontWords).report;
  const names = figureNames.filter((name) => total.figures[name] !== undefined);
  return (
    <Table
      caption={caption}
      rows={[...rows, total]}
      rowKey={(row) => row.key}
      columns={[
        {
          key: "name",
          header,
          primary: true,
          cell: (row) => (row === total ? <strong>{row.name}</strong> : row.name),
        },
        ...names.map((name) => ({
          key: name,
          header: words[name],
          align: "end" as const,
          cell: (row: ToldRow) => (row === total ? <strong>{row.figures[name]}</strong> : row.figures[name]),
        })),
      ]}
    />
  );
}
