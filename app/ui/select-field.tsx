import { ChevronDown } from "lucide-react";
import type { ComponentPropsWithoutRef } from "react";
import { type FieldCopy, FieldFrame, useWiring } from "./field-frame";

export interface SelectFieldProps extends FieldCopy, Omit<ComponentPropsWithoutRef<"select">, "children"> {
  options: readonly { value: string; label: string }[];
}

/** One choice out of many, in the browser's own list. `className` goes to the frame. */
export function SelectField(props: SelectFieldProps) {
  const { label, hint, error, optional, options, className, id, ...select } = props;
  const wiring = useWiring({ id, hint, error, describedBy: select["aria-describedby"] });
  return (
    <FieldFrame {...{ label, hint, error, optional, className }} id={wiring.id}>
      <div className="relative">
        <select {...select} {...wiring} className="control">
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden="true"
          className="text-muted pointer-events-none absolute end-3.5 top-1/2 size-4 -translate-y-1/2"
        />
      </div>
    </FieldFrame>
  );
}
