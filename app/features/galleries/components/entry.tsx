import { useWords } from "../../../ui/locale";
import { MessagePage } from "../../../ui/message-page";
import { galleryWords } from "../messages/words";

export interface EntryProps {
  name: string;
  asks: "password" | "link" | "registration";
}

/** What somebody sees who is not in a gallery yet. */
export function Entry({ name, asks }: EntryProps) {
  const words = useWords(galleryWords).entry;
  return (
    <MessagePage landmark={false} eyebrow={name} title={words.title}>
      <p>{words.text[asks]}</p>
    </MessagePage>
  );
}
