import { FieldError, FieldHint, useWiring } from "../../../ui/field-frame";
import { useWords } from "../../../ui/locale";
import { storefrontWords } from "../messages/words";
import type { ServiceKind } from "../model/services";

export interface ConsentFieldProps {
  /** The service that is done at once; null for files. */
  service?: ServiceKind | null;
  isGiven: boolean;
  error: string[] | null;
}

/** That what is bought is delivered or done at once, and what a buyer in the EU gives up by that. */
export function ConsentField({ service = null, isGiven, error }: ConsentFieldProps) {
  const { checkout, services } = useWords(storefrontWords);
  const label = service === null ? checkout.consent : services.consent.label;
  const hint = service === null ? checkout.consentHint : services.consent.hint[service];
  const wiring = useWiring({ hint, error });
  return (
    <div className="grid gap-2">
      <div className="choice">
        <input
          {...wiring}
          type="checkbox"
          name="consent"
          value="on"
          required
          defaultChecked={isGiven}
          className="tick mt-0.5"
        />
        <div className="min-w-0">
          <label
            htmlFor={wiring.id}
            className="block text-[0.9375rem] leading-6 font-medium before:absolute before:inset-0"
          >
            {label}
          </label>
          <FieldHint id={wiring.id}>{hint}</FieldHint>
        </div>
      </div>
      <FieldError id={wiring.id} error={error} />
    </div>
  );
}
