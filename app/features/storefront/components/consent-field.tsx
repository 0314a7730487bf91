import { FieldError, FieldHint, useWiring } from "../../../ui/field-frame";
import { useWords } from "../../../ui/locale";
import { storefrontWords } from "../messages/words";

/** That files are delivered at once, and what a buyer in the EU gives up by that. */
export function ConsentField({ isGiven, error }: { isGiven: boolean; error: string[] | null }) {
  const words = useWords(storefrontWords).checkout;
  const wiring = useWiring({ hint: words.consentHint, error });
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
            {words.consent}
          </label>
          <FieldHint id={wiring.id}>{words.consentHint}</FieldHint>
        </div>
      </div>
      <FieldError id={wiring.id} error={error} />
    </div>
  );
}
