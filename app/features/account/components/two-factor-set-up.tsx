import { Form, useNavigation } from "@remix-run/react";
import { Button } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { accountWords } from "../messages/words";
import { CodeField } from "./code-field";

export interface TwoFactorSetUpProps {
  qr: { size: number; path: string };
  /** The key as it is typed, in groups of four. */
  typed: string;
  /** What the QR code holds: on a phone, a press opens the app. */
  uri: string;
  error?: string[] | null;
}

/** Two steps: give the key to the app, and show that it has it. */
export function TwoFactorSetUp({ qr, typed, uri, error }: TwoFactorSetUpProps) {
  const words = useWords(accountWords).twoFactor;
  const pending = useNavigation().formMethod === "POST";
  return (
    <div className="grid max-w-3xl gap-10 sm:grid-cols-[auto_minmax(0,1fr)] sm:gap-12">
      <a href={uri} className="border-line block size-fit overflow-hidden rounded-lg border bg-white">
        <svg
          role="img"
          aria-label={words.qr}
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          shapeRendering="crispEdges"
          className="size-56"
        >
          <path d={qr.path} fill="#000" />
        </svg>
      </a>
      <div className="grid content-start gap-8">
        <div>
          <h2 className="text-xl">{words.scan}</h2>
          <p className="text-muted mt-2 text-sm">{words.scanText}</p>
          <p className="text-muted mt-4 text-sm">{words.typed}</p>
          <p
            className="mt-1 font-mono text-[0.9375rem] break-words select-all"
            data-key={typed.replaceAll(" ", "")}
          >
            {typed}
          </p>
        </div>
        <Form method="post" className="grid gap-5">
          <h2 className="text-xl">{words.enter}</h2>
          <input type="hidden" name="intent" value="turn-on" />
          <CodeField label={words.code} error={error} />
          <div>
            <Button size="lg" pending={pending}>
              {pending ? words.turningOn : words.turnOn}
            </Button>
          </div>
        </Form>
      </div>
    </div>
  );
}
