import { type FormEvent, useEffect, useRef } from "react";
import { Button } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { TextArea } from "../../../ui/text-area";
import { favouritesWords } from "../messages/words";
import { LONGEST_COMMENT } from "../model/favourites";

export interface CommentDialogProps {
  photo: { id: string; filename: string };
  value: string;
  onSave(text: string): void;
  onClose(): void;
}

/** What somebody wants to say of one photo. */
export function CommentDialog({ photo, value, onSave, onClose }: CommentDialogProps) {
  const words = useWords(favouritesWords).heart;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSave(String(new FormData(event.currentTarget).get("comment") ?? "").trim());
    dialog.current?.close();
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby="comment-title"
      onClose={onClose}
      className="bg-surface text-ink m-auto w-[min(30rem,calc(100vw-2rem))] rounded-xl p-7 shadow-raised backdrop:bg-black/50"
    >
      <h2 id="comment-title" className="text-2xl">
        {words.commentTitle}
      </h2>
      <form onSubmit={save} className="mt-5 grid gap-5">
        <TextArea
          label={photo.filename}
          hint={words.commentHint}
          name="comment"
          rows={4}
          maxLength={LONGEST_COMMENT}
          defaultValue={value}
        />
        <div className="flex flex-wrap gap-3">
          <Button>{words.saveComment}</Button>
          <Button type="button" variant="quiet" onClick={() => dialog.current?.close()}>
            {words.closeComment}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
