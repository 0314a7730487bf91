import { useState } from "react";
import { Button, LinkButton } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { accountWords } from "../messages/words";
import { accountPath } from "../paths";

/** Fresh recovery codes, to be kept now or never. Without JavaScript they are written down by hand. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const words = useWords(accountWords).twoFactor;
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join("\n"));
    setCopied(true);
  };
  return (
    <section className="max-w-xl" aria-labelledby="recovery-codes">
      <h2 id="recovery-codes" className="text-2xl" tabIndex={-1}>
        {words.shownTitle}
      </h2>
      <p className="text-muted mt-2">{words.shownText}</p>
      <ol className="border-line bg-surface mt-6 grid grid-cols-2 gap-x-6 gap-y-2.5 rounded-lg border px-5 py-5 font-mono text-[0.9375rem] sm:px-8">
        {codes.map((code) => (
          <li key={code} className="whitespace-nowrap tabular-nums">
            {code}
          </li>
        ))}
      </ol>
      <div className="mt-6 flex flex-wrap gap-2.5 print:hidden">
        <LinkButton to={accountPath}>{words.kept}</LinkButton>
        <Button type="button" variant="secondary" onClick={copy}>
          <span aria-live="polite">{copied ? words.copied : words.copy}</span>
        </Button>
        <Button type="button" variant="secondary" onClick={() => window.print()}>
          {words.print}
        </Button>
      </div>
    </section>
  );
}
