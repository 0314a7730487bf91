import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { favouritesWords } from "../messages/words";
import { NameFields } from "./favourites-people";
import type { Favourites } from "./use-favourites";

/** Asks who is choosing, once, after the first heart; what was pressed waits meanwhile. */
export function NameDialog({
  favourites: { asksName, askName, introduce },
}: {
  favourites: Pick<Favourites, "asksName" | "askName" | "introduce">;
}) {
  const words = useWords(favouritesWords);
  const dialog = useRef<HTMLDialogElement>(null);
  const [errors, setErrors] = useState<Record<string, string[] | null>>({});
  const [pending, setPending] = useState(false);
  useEffect(() => {
    const { current } = dialog;
    if (asksName && current && !current.open) current.showModal();
    if (!asksName) current?.close();
  }, [asksName]);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setPending(true);
    const wrong = await introduce(String(form.get("name") ?? ""), String(form.get("email") ?? ""));
    setPending(false);
    setErrors(wrong ?? {});
  };
  const failed = errors[""];
  return (
    <dialog
      ref={dialog}
      aria-labelledby="who-is-choosing"
      onClose={() => askName(false)}
      className="bg-surface text-ink m-auto w-[min(27rem,calc(100vw-2rem))] rounded-xl p-7 shadow-raised backdrop:bg-black/50"
    >
      <h2 id="who-is-choosing" className="text-2xl">
        {words.name.title}
      </h2>
      <p className="text-muted mt-1.5">{words.name.text}</p>
      <form onSubmit={submit} className="mt-6 grid gap-5">
        {failed ? <Notice tone="danger">{failed[0] ?? words.bar.offline}</Notice> : null}
        <NameFields errors={errors} typed={{}} />
        <div className="flex flex-wrap gap-3">
          <Button pending={pending}>{words.name.submit}</Button>
          <Button type="button" variant="quiet" onClick={() => askName(false)}>
            {words.name.later}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
