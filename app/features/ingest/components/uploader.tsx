import { CircleAlert, CircleCheck, Upload } from "lucide-react";
import { type DragEvent, useEffect, useRef, useState } from "react";
import { Button, buttonClass } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { Progress } from "../../../ui/progress";
import { ingestWords } from "../messages/words";
import { acceptedFiles } from "./accepted-files";
import { type UploadItem, UploadQueue } from "./upload-queue";

export interface UploaderProps {
  galleryId: string;
  /** Called after each file that the server took. */
  onUploaded(): void;
}

/** Takes photos by drop or picker, and shows for each file how far it is. */
export function Uploader({ galleryId, onUploaded }: UploaderProps) {
  const words = useWords(ingestWords).uploader;
  const [items, setItems] = useState<readonly UploadItem[]>([]);
  const [over, setOver] = useState(false);
  const queue = useRef<UploadQueue>();
  const uploaded = useRef(onUploaded);
  uploaded.current = onUploaded;
  const add = (files: Iterable<File>) => {
    queue.current ??= new UploadQueue(galleryId, setItems, () => uploaded.current(), words);
    queue.current.add(files);
  };
  const running = items.some(isRunning);
  useLeaveGuard(running);
  const accept = useAcceptedFiles();
  const failed = items.filter((item) => item.state === "failed").length;
  const done = items.filter((item) => item.state === "done").length;

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files);
  };
  return (
    <section className="mt-10" aria-label={words.title}>
      <form
        method="post"
        action={`/studio/galleries/${galleryId}/photos`}
        encType="multipart/form-data"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={`border-control flex flex-col items-center gap-3 rounded-md border border-dashed px-6 py-10 text-center transition-colors ${over ? "bg-accent-soft border-accent" : "bg-surface"}`}
      >
        <Upload aria-hidden="true" className="text-muted size-6" />
        <p className="font-serif text-xl">{words.drop}</p>
        <label className={`${buttonClass({ variant: "secondary" })} cursor-pointer focus-within:outline-2`}>
          {words.choose}
          <input
            type="file"
            name="photos"
            accept={accept}
            multiple
            className="sr-only"
            onChange={(event) => {
              add(event.currentTarget.files ?? []);
              event.currentTarget.value = "";
            }}
          />
        </label>
        <p className="text-muted text-sm">{words.hint}</p>
        <noscript>
          <Button>{words.noScript}</Button>
          <p className="text-muted mt-2 text-sm">{words.noScriptHint}</p>
        </noscript>
      </form>
      {items.length > 0 ? (
        <div className="mt-6">
          <div className="flex flex-wrap items-center justify-between gap-4">
            <p role="status" className="text-sm">
              {words.summary(done, items.length)}
            </p>
            {running ? null : (
              <Button type="button" variant="quiet" size="sm" onClick={() => queue.current?.clear()}>
                {words.clear}
              </Button>
            )}
          </div>
          {failed > 0 && !running ? (
            <Notice
              tone="danger"
              title={words.failed(failed)}
              className="mt-3"
              actions={
                items.some(canRetry) ? (
                  <Button
                    type="button"
                    variant="secondary"
                    size="sm"
                    onClick={() => queue.current?.retryFailed()}
                  >
                    {words.retryFailed}
                  </Button>
                ) : null
              }
            />
          ) : null}
          <ul
            className="mt-3 grid max-h-96 grid-cols-1 gap-3 overflow-y-auto pe-2"
            aria-label={words.title}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in reach of the keyboard
            tabIndex={0}
          >
            {items.map((item) => (
              <UploadRow key={item.key} item={item} />
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}

function isRunning({ state }: UploadItem): boolean {
  return state !== "done" && state !== "failed";
}

function canRetry({ state, open }: UploadItem): boolean {
  return state === "failed" && open !== null;
}

function progressOf(item: UploadItem, words: ReturnType<typeof ingestWords>["uploader"]): string {
  if (item.state === "uploading") return words.percent(item.sent / item.size);
  if (item.state === "converting") return words.converting;
  return item.state === "unpacking" ? words.unpacking : words.waiting;
}

function UploadRow({ item }: { item: UploadItem }) {
  const words = useWords(ingestWords).uploader;
  if (isRunning(item)) {
    return (
      <li>
        <Progress
          label={item.name}
          value={item.sent}
          max={Math.max(item.size, 1)}
          valueText={progressOf(item, words)}
        />
      </li>
    );
  }
  const failed = item.state === "failed";
  const Icon = failed ? CircleAlert : CircleCheck;
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
      <span className="min-w-0 truncate font-medium">{item.name}</span>
      <span className={`flex items-start gap-1.5 ${failed ? "text-danger" : "text-muted"}`}>
        <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        {failed ? item.reason : item.convertedFrom ? words.converted(item.convertedFrom) : words.done}
      </span>
    </li>
  );
}

/** What the picker offers, which depends on a browser that the server does not know. */
function useAcceptedFiles(): string {
  const [accept, setAccept] = useState(() => acceptedFiles(null));
  useEffect(() => setAccept(acceptedFiles(navigator)), []);
  return accept;
}

/** Asks before the page is left while files are still on their way. */
function useLeaveGuard(active: boolean) {
  useEffect(() => {
    if (!active) return;
    const guard = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", guard);
    return () => window.removeEventListener("beforeunload", guard);
  }, [active]);
}
