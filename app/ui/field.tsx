import { type ComponentPropsWithoutRef, type ReactNode, useId } from "react";
import { cx } from "./cx";
import { type FieldCopy, FieldError, FieldFrame, FieldHint, useWiring } from "./field-frame";

export interface TextFieldProps extends FieldCopy, Omit<ComponentPropsWithoutRef<"input">, "children"> {
  /** Sits inside the control at its start or end: a unit, a currency, a domain. */
  prefix?: string;
  suffix?: string;
}

/** One line of text (any input type). `className` goes to the frame. */
export function TextField(props: TextFieldProps) {
  const { label, hint, error, optional, prefix, suffix, className, id, ...input } = props;
  const wiring = useWiring({ id, hint, error, describedBy: input["aria-describedby"] });
  const control = <input type="text" {...input} {...wiring} className="control" />;
  return (
    <FieldFrame {...{ label, hint, error, optional, className }} id={wiring.id}>
      {prefix || suffix ? (
        <div className="control-group">
          {prefix ? <span className="control-affix">{prefix}</span> : null}
          {control}
          {suffix ? <span className="control-affix">{suffix}</span> : null}
        </div>
      ) : (
        control
      )}
    </FieldFrame>
  );
}

export interface RadioOption {
  value: string;
  label: ReactNode;
  description?: ReactNode;
  disabled?: boolean;
}

export interface RadioGroupProps extends Omit<FieldCopy, "label"> {
  legend: ReactNode;
  name: string;
  options: readonly RadioOption[];
  defaultValue?: string;
  /** Set together with `onChange` to control the group. */
  value?: string;
  onChange?: (value: string) => void;
  /** Cards next to each other from tablet width on. */
  columns?: 1 | 2 | 3;
  required?: boolean;
  form?: string;
  id?: string;
  className?: string;
}

const columnClass = { 1: "", 2: "sm:grid-cols-2", 3: "sm:grid-cols-3" } as const;

/** One choice out of few, each a card with room for an explanation. */
export function RadioGroup(props: RadioGroupProps) {
  const { legend, hint, error, optional, name, options, defaultValue, value, onChange, columns = 1 } = props;
  const wiring = useWiring({ id: props.id, hint, error });
  return (
    <fieldset
      id={wiring.id}
      className={cx("min-w-0", props.className)}
      aria-describedby={wiring["aria-describedby"]}
    >
      <legend className="flex w-full items-baseline justify-between gap-4 text-sm font-medium">
        {legend}
        {optional ? <span className="text-muted text-xs font-normal">{optional}</span> : null}
      </legend>
      {hint ? <FieldHint id={wiring.id}>{hint}</FieldHint> : null}
      <div className={cx("mt-2 mb-1.5 grid gap-2.5", columnClass[columns])}>
        {options.map((option) => (
          <RadioCard
            key={option.value}
            {...option}
            name={name}
            form={props.form}
            required={props.required}
            invalid={wiring["aria-invalid"]}
            defaultChecked={value === undefined ? option.value === defaultValue : undefined}
            checked={value === undefined ? undefined : option.value === value}
            onPick={onChange}
          />
        ))}
      </div>
      <FieldError id={wiring.id} error={error} />
    </fieldset>
  );
}

interface RadioCardProps extends RadioOption {
  name: string;
  form?: string;
  required?: boolean;
  invalid?: true;
  checked?: boolean;
  defaultChecked?: boolean;
  onPick?: (value: string) => void;
}

function RadioCard({ value, label, description, disabled, invalid, onPick, ...input }: RadioCardProps) {
  const id = useId();
  return (
    <div className="choice">
      <input
        {...input}
        id={id}
        type="radio"
        value={value}
        disabled={disabled}
        aria-describedby={description ? `${id}-description` : undefined}
        aria-invalid={invalid}
        onChange={onPick ? () => onPick(value) : undefined}
        className="tick mt-0.5"
      />
      <div className="min-w-0 flex-1">
        {/* The label covers the card, so all of it can be pressed. */}
        <label
          htmlFor={id}
          className="block text-[0.9375rem] leading-6 font-medium before:absolute before:inset-0"
        >
          {label}
        </label>
        {description ? <FieldHint id={id}>{description}</FieldHint> : null}
      </div>
    </div>
  );
}
