import { Form, useNavigation } from "@remix-run/react";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { downloadWords } from "../messages/words";

export interface LinkFormsProps {
  link: { lastDay: string; maxDownloads: number | null; timeZone: string; ofOrder: boolean };
  /** What the server said to the form that was sent. */
  result:
    | { error?: Record<string, string[] | null> | null; initialValue?: Record<string, unknown> | null }
    | undefined;
}

/** What the studio can do with a link: move its end, limit it, close it. */
export function LinkForms({ link, result }: LinkFormsProps) {
  const words = useWords(downloadWords).studio.linkPage;
  const pending = useNavigation().formData?.get("intent");
  const typed = result?.initialValue;
  const errors = result?.error;
  return (
    <section aria-labelledby="change" className="border-line mt-10 max-w-2xl border-t pt-10">
      <h2 id="change" className="text-2xl">
        {words.change}
      </h2>
      <Form method="post" className="mt-6 grid gap-6">
        <div className="grid items-start gap-6 sm:grid-cols-2">
          <TextField
            label={words.lastDay}
            name="lastDay"
            type="date"
            required
            hint={words.lastDayHint(link.timeZone)}
            defaultValue={String(typed?.lastDay ?? link.lastDay)}
            error={errors?.lastDay}
          />
          <TextField
            label={words.most}
            name="maxDownloads"
            inputMode="numeric"
            autoComplete="off"
            optional={words.optional}
            hint={words.mostHint}
            defaultValue={String(typed ? (typed.maxDownloads ?? "") : (link.maxDownloads ?? ""))}
            error={errors?.maxDownloads}
          />
        </div>
        <div>
          <Button name="intent" value="extend" pending={pending === "extend"}>
            {pending === "extend" ? words.saving : words.save}
          </Button>
        </div>
      </Form>
      <Form method="post" className="mt-10 flex flex-wrap items-center justify-between gap-x-8 gap-y-4">
        <p className="text-muted max-w-md text-sm">
          {link.ofOrder ? words.revokeText : words.revokeVisitorText}
        </p>
        <Button name="intent" value="revoke" variant="secondary" pending={pending === "revoke"}>
          {pending === "revoke" ? words.revoking : words.revoke}
        </Button>
      </Form>
    </section>
  );
}
