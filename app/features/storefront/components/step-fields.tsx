import { TextField } from "../../../ui/field";
import { FieldError } from "../../../ui/field-frame";

export interface StepFieldsProps {
  legend: string;
  hint: string;
  /** What each field is called, by the number of its line. */
  from(line: number): string;
  each(line: number): string;
  /** How many lines there are. */
  lines: number;
  values: Record<string, unknown>;
  errors: Record<string, string[] | null> | null | undefined;
}

/** Lines of a number and an amount, `from1` and `each1` on; those that are left empty mean nothing. */
export function StepFields({ legend, hint, from, each, lines, values, errors }: StepFieldsProps) {
  const rows = Array.from({ length: lines }, (_, i) => i + 1);
  const [, ...rest] = rows.map((line) => errors?.[`from${line}`]);
  return (
    <fieldset>
      <legend className="text-sm font-medium">{legend}</legend>
      <p className="text-muted mb-3 text-sm">{hint}</p>
      <div className="grid gap-3">
        {rows.map((line) => (
          <div key={line} className="grid grid-cols-2 gap-3">
            <TextField
              label={from(line)}
              name={`from${line}`}
              inputMode="numeric"
              autoComplete="off"
              defaultValue={String(values[`from${line}`] ?? "")}
              error={line === 1 ? undefined : rest[line - 2]}
            />
            <TextField
              label={each(line)}
              name={`each${line}`}
              inputMode="decimal"
              autoComplete="off"
              defaultValue={String(values[`each${line}`] ?? "")}
              error={errors?.[`each${line}`]}
            />
          </div>
        ))}
      </div>
      <FieldError id="steps" error={errors?.from1} />
    </fieldset>
  );
}
