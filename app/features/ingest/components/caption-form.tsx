import { Form, useNavigation } from "@remix-run/react";
import { Button } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { TextArea } from "../../../ui/text-area";
import { ingestWords } from "../messages/words";

export interface CaptionFormProps {
  caption: string;
  error: string[] | null | undefined;
}

/** The caption under a photo, as visitors read it. */
export function CaptionForm({ caption, error }: CaptionFormProps) {
  const words = useWords(ingestWords).photo;
  const pending = useNavigation().formData?.get("intent") === "caption";
  return (
    <Form method="post" className="grid justify-items-start gap-3 [&>div]:w-full" preventScrollReset>
      <TextArea
        label={words.caption}
        name="caption"
        maxLength={1000}
        hint={words.captionHint}
        defaultValue={caption}
        error={error}
      />
      <Button name="intent" value="caption" variant="secondary" pending={pending}>
        {words.saveCaption}
      </Button>
    </Form>
  );
}
