import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cx } from "./cx";

/** What every field shows around its control. */
export interface FieldCopy {
  label: ReactNode;
  hint?: ReactNode;
  /** One message or several; conform's `field.errors` fits. */
  error?: string | string[] | null;
  /** The word that marks a field as not needed, e.g. "optional". */
  optional?: ReactNode;
}

export interface ControlWiring {
  id: string;
  "aria-invalid"?: true;
  "aria-describedby"?: string;
}

interface WiringInput {
  id?: string;
  hint?: ReactNode;
  error?: string | string[] | null;
  describedBy?: string;
}

/** All messages of a field, none empty. */
function errorList(error: string | string[] | null | undefined): string[] {
  return (Array.isArray(error) ? error : [error]).filter((message): message is string => Boolean(message));
}

/** Ids and aria attributes that tie a control to its hint and error; the ids are the ones conform expects. */
export function useWiring({ id, hint, error, describedBy }: WiringInput): ControlWiring {
  const fallback = useId();
  const own = id ?? fallback;
  const invalid = errorList(error).length > 0;
  const ids = new Set(describedBy?.split(/\s+/).filter((each) => each !== `${own}-error`));
  if (hint) ids.add(`${own}-description`);
  if (invalid) ids.add(`${own}-error`);
  return {
    id: own,
    "aria-invalid": invalid || undefined,
    "aria-describedby": [...ids].join(" ") || undefined,
  };
}

/** The hint under a label. */
export function FieldHint({
  id,
  children,
  className,
}: {
  id: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <p id={`${id}-description`} className={cx("text-muted text-sm", className)}>
      {children}
    </p>
  );
}

/** The error under a control. */
export function FieldError({ id, error }: { id: string; error?: string | string[] | null }) {
  const messages = errorList(error);
  if (messages.length === 0) return null;
  return (
    <p id={`${id}-error`} className="text-danger flex gap-1.5 text-sm font-medium">
      <CircleAlert aria-hidden="true" className="mt-[0.1875rem] size-4 shrink-0" />
      <span>{messages.join(" ")}</span>
    </p>
  );
}

/** Label, hint, control and error of one field, in reading order. */
export function FieldFrame({
  id,
  label,
  hint,
  error,
  optional,
  className,
  children,
}: FieldCopy & { id: string; className?: string; children: ReactNode }) {
  return (
    <div className={cx("grid gap-1.5", className)}>
      <div className="flex items-baseline justify-between gap-4">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {optional ? <span className="text-muted text-xs">{optional}</span> : null}
      </div>
      {hint ? (
        <FieldHint id={id} className="-mt-1">
          {hint}
        </FieldHint>
      ) : null}
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}
