import { useState } from "react";
import { Button } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { storefrontWords } from "../messages/words";

export interface TransferDetailsProps {
  /** For reading, and as a bank's form wants it typed. */
  amount: { shown: string; typed: string };
  reference: string;
  instructions: string;
  until: string;
}

/** How much is to be transferred where, and what to write on it. Without JavaScript it is marked and copied by hand. */
export function TransferDetails({ amount, reference, instructions, until }: TransferDetailsProps) {
  const words = useWords(storefrontWords).transfer;
  return (
    <section aria-labelledby="transfer" className="bg-sunken mt-8 rounded-lg p-6 sm:p-8">
      <h2 id="transfer" className="text-xl">
        {words.heading}
      </h2>
      <dl className="mt-5 grid gap-6">
        <Detail label={words.amount} shown={amount.shown} copied={amount.typed} />
        <Detail label={words.reference} shown={reference} copied={reference} hint={words.referenceHint} />
        <div>
          <dt className="text-muted text-sm">{words.to}</dt>
          <dd className="mt-1 break-words whitespace-pre-line">{instructions}</dd>
        </div>
        <div>
          <dt className="text-muted text-sm">{words.until}</dt>
          <dd className="mt-1">{until}</dd>
        </div>
      </dl>
    </section>
  );
}

interface DetailProps {
  label: string;
  shown: string;
  copied: string;
  hint?: string;
}

function Detail({ label, shown, copied, hint }: DetailProps) {
  const words = useWords(storefrontWords).transfer;
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(copied);
    setCopied(true);
  };
  return (
    <div>
      <dt className="text-muted text-sm">{label}</dt>
      <dd className="mt-1">
        <span className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <span className="font-serif text-2xl break-words tabular-nums select-all">{shown}</span>
          <Button
            type="button"
            variant="secondary"
            size="sm"
            onClick={copy}
            aria-label={words.copyNamed(label)}
          >
            <span aria-live="polite">{isCopied ? words.copied : words.copy}</span>
          </Button>
        </span>
        {hint ? <span className="text-muted mt-2 block text-sm">{hint}</span> : null}
      </dd>
    </div>
  );
}
