import { X } from "lucide-react";
import { type MouseEvent, type ReactNode, useRef } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button";

export interface DialogProps {
  /** Unique on the page; also the fragment that opens it before JavaScript arrives. */
  id: string;
  /** What the opening button says. */
  trigger: ReactNode;
  triggerVariant?: ButtonVariant;
  triggerSize?: ButtonSize;
  title: ReactNode;
  closeLabel: string;
  children: ReactNode;
}

/** A native modal dialog. Its trigger is a fragment link, so it opens without JavaScript too. */
export function Dialog(props: DialogProps) {
  const { id, trigger, triggerVariant = "secondary", triggerSize, title, closeLabel, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const open = (event: MouseEvent) => {
    event.preventDefault();
    dialog.current?.showModal();
  };
  const close = (event: MouseEvent) => {
    if (!dialog.current?.open) return;
    event.preventDefault();
    dialog.current.close();
  };
  return (
    <>
      <a
        id={`${id}-trigger`}
        href={`#${id}`}
        aria-haspopup="dialog"
        onClick={open}
        className={buttonClass({ variant: triggerVariant, size: triggerSize })}
      >
        {trigger}
      </a>
      <dialog ref={dialog} id={id} aria-labelledby={`${id}-title`} className="dialog">
        <div className="flex items-start justify-between gap-4 px-6 pt-5">
          <h2 id={`${id}-title`} className="pt-1.5 text-2xl">
            {title}
          </h2>
          <a
            href={`#${id}-trigger`}
            onClick={close}
            aria-label={closeLabel}
            className="text-muted hover:text-ink -me-3 grid size-11 shrink-0 place-items-center rounded-full"
          >
            <X aria-hidden="true" className="size-5" />
          </a>
        </div>
        <div className="px-6 pt-3 pb-6">{children}</div>
      </dialog>
    </>
  );
}
