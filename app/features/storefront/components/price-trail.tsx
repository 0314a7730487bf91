import { formatMoney } from "../../../lib/money";
import { Disclosure } from "../../../ui/disclosure";
import { useLocale, useWords } from "../../../ui/locale";
import { storefrontWords } from "../messages/words";
import type { TrailStep } from "../model/price-cart";
import { rateText } from "../model/tax";

/** How the price of a line comes about, step by step, folded until somebody asks. */
export function PriceTrail({ trail, currency }: { trail: readonly TrailStep[]; currency: string }) {
  const words = useWords(storefrontWords).cart;
  const locale = useLocale();
  const money = (amount: number) => formatMoney({ amount, currency }, locale);
  const told = (step: TrailStep): string => {
    if (step.step === "list") return words.list(money(step.unit), step.quantity);
    if (step.step === "tier") return words.tierStep(step.counted, money(step.unit));
    return words.taxStep(step.name, rateText(step.rate, locale), step.included);
  };
  return (
    <Disclosure className="text-muted" label={words.trail}>
      <ol className="mt-1 max-w-96">
        {trail.map((step) => (
          <li key={step.step} className="flex justify-between gap-6 py-0.5">
            <span>{told(step)}</span>
            <span className="tabular-nums">{money(step.amount)}</span>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
