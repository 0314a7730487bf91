import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "../../../../ui/button";
import { useWords } from "../../../../ui/locale";
import { workspaceWords } from "../../messages/workspace-words";

export const settingsParts = ["basics", "look", "access", "choosing", "selling"] as const;
export type SettingsPartName = (typeof settingsParts)[number];

/** What came back of a form that was not right. */
export interface PartResult {
  typed: Readonly<Record<string, unknown>> | null;
  errors: Readonly<Record<string, string[] | null>> | null;
}

export interface SettingsPartProps {
  name: SettingsPartName;
  children: ReactNode;
}

/** One part of a gallery's settings: a form of its own, saved by itself. */
export function SettingsPart({ name, children }: SettingsPartProps) {
  const words = useWords(workspaceWords).settings;
  const pending = useNavigation().formData?.get("intent") === name;
  return (
    <section
      id={name}
      aria-labelledby={`${name}-title`}
      className="border-line scroll-mt-24 border-t pt-8 pb-14 first:border-t-0 first:pt-0"
    >
      <h2 id={`${name}-title`} className="mb-6 text-2xl">
        {words.part[name]}
      </h2>
      {/* The fragment leads back here where the browser itself sends the form. */}
      <Form method="post" action={`#${name}`} preventScrollReset className="grid gap-8">
        {children}
        <div>
          <Button name="intent" value={name} pending={pending}>
            {pending ? words.saving : words.save}
          </Button>
        </div>
      </Form>
    </section>
  );
}

/** The value that a field shows: what was typed, or else what there is. */
export function shownValue({ typed }: PartResult, name: string, kept: string): string {
  return typed ? String(typed[name] ?? "") : kept;
}
