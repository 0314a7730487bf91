import { useState } from "react";
import { Button, LinkButton } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { accountWords } from "../messages/words";
import { apiKeysPath } from "../paths";

/** A key that has just been made, to be kept now or never. Without JavaScript it is marked and copied by hand. */
export function NewKey({ value }: { value: string }) {
  const words = useWords(accountWords).keys;
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  };
  return (
    <div className="max-w-xl">
      <TextField
        label={words.key}
        value={value}
        readOnly
        autoComplete="off"
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
        className="font-mono"
      />
      <div className="mt-6 flex flex-wrap gap-2.5">
        <Button type="button" onClick={copy}>
          <span aria-live="polite">{copied ? words.copied : words.copy}</span>
        </Button>
        <LinkButton variant="secondary" to={apiKeysPath}>
          {words.kept}
        </LinkButton>
      </div>
    </div>
  );
}
