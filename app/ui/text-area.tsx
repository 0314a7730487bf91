import type { ComponentPropsWithoutRef } from "react";
import { type FieldCopy, FieldFrame, useWiring } from "./field-frame";

export interface TextAreaProps extends FieldCopy, Omit<ComponentPropsWithoutRef<"textarea">, "children"> {}

/** Some lines of text. `className` goes to the frame. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, optional, className, id, ...area } = props;
  const wiring = useWiring({ id, hint, error, describedBy: area["aria-describedby"] });
  return (
    <FieldFrame {...{ label, hint, error, optional, className }} id={wiring.id}>
      <textarea rows={3} {...area} {...wiring} className="control" />
    </FieldFrame>
  );
}
