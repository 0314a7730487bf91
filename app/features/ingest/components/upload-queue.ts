import type { ForeignKind } from "../../../codec/convert-in-browser";
import { uploadPath } from "../paths";

/** One file on its way; `sent` counts bytes. */
export interface UploadItem {
  key: string;
  file: File;
  state: "waiting" | "converting" | "uploading" | "done" | "failed";
  sent: number;
  /** What the file was before this browser made the JPEG that is sent. */
  convertedFrom?: ForeignKind;
  /** Why it failed, in words for people. */
  reason?: string;
}

/** Files sent at the same time. */
const LANES = 4;

/** Names of files that this browser may have to convert; their first bytes decide. */
const MAYBE_FOREIGN = /\.(heic|heif|hif|avif)$/i;

/** A file that cannot be converted is sent as it is: the server says what it is. */
async function convert(file: File): Promise<{ file: File; from: ForeignKind } | null> {
  const conversion = await import("../../../codec/convert-in-browser").catch(() => null);
  return conversion === null ? null : conversion.convertedInBrowser(file).catch(() => null);
}

/**
 * Sends files one PUT each, a few at a time, and tells of every step. A failed file stays failed until it is
 * asked for again; nothing counts as uploaded but what the server said yes to.
 */
export class UploadQueue {
  private items: UploadItem[] = [];
  private running = 0;
  private count = 0;
  private conversions: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly galleryId: string,
    private readonly changed: (items: readonly UploadItem[]) => void,
    private readonly uploaded: () => void,
    private readonly networkReason: string,
  ) {}

  add(files: Iterable<File>): void {
    const added = Array.from(files, (file) => ({
      key: `${this.count++}`,
      file,
      state: "waiting" as const,
      sent: 0,
    }));
    this.items = [...this.items, ...added];
    this.tell();
    this.fill();
  }

  retryFailed(): void {
    this.items = this.items.map((item) =>
      item.state === "failed" ? { ...item, state: "waiting", sent: 0, reason: undefined } : item,
    );
    this.tell();
    this.fill();
  }

  clearDone(): void {
    this.items = this.items.filter((item) => item.state !== "done");
    this.tell();
  }

  private fill(): void {
    while (this.running < LANES) {
      const next = this.items.find((item) => item.state === "waiting");
      if (!next) return;
      this.running++;
      this.update(next.key, { state: "uploading" });
      void this.readable(next)
        .then((item) => this.send(item))
        .then((outcome) => {
          this.running--;
          this.update(next.key, outcome);
          if (outcome.state === "done") this.uploaded();
          this.fill();
        });
    }
  }

  /** The item with a file that the server reads, where this browser can make one of it. */
  private async readable(item: UploadItem): Promise<UploadItem> {
    if (item.convertedFrom || !MAYBE_FOREIGN.test(item.file.name)) return item;
    this.update(item.key, { state: "converting" });
    const converted = await this.inTurn(() => convert(item.file));
    const change: Partial<UploadItem> = converted
      ? { state: "uploading", file: converted.file, convertedFrom: converted.from }
      : { state: "uploading" };
    this.update(item.key, change);
    return { ...item, ...change };
  }

  /** One conversion after the other: each holds a whole picture. */
  private inTurn<Made>(work: () => Promise<Made>): Promise<Made> {
    const made = this.conversions.then(work);
    this.conversions = made.catch(() => undefined);
    return made;
  }

  /** XMLHttpRequest, because fetch does not tell how much of a body has been sent. */
  private send(item: UploadItem): Promise<Pick<UploadItem, "state" | "sent" | "reason">> {
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open("POST", uploadPath(this.galleryId, item.file.name));
      request.responseType = "json";
      request.setRequestHeader("Content-Type", item.file.type || "application/octet-stream");
      request.upload.onprogress = (event) => this.update(item.key, { sent: event.loaded });
      const fail = (reason: string) => resolve({ state: "failed", sent: 0, reason });
      request.onload = () => {
        if (request.status === 202) resolve({ state: "done", sent: item.file.size });
        else fail(messageOf(request.response) ?? this.networkReason);
      };
      request.onerror = () => fail(this.networkReason);
      request.onabort = () => fail(this.networkReason);
      request.send(item.file);
    });
  }

  private update(key: string, change: Partial<UploadItem>): void {
    this.items = this.items.map((item) => (item.key === key ? { ...item, ...change } : item));
    this.tell();
  }

  private tell(): void {
    this.changed(this.items);
  }
}

function messageOf(response: unknown): string | undefined {
  const error = (response as { error?: { message?: unknown } } | null)?.error;
  return typeof error?.message === "string" ? error.message : undefined;
}
