import type { ForeignKind } from "../../../codec/convert-in-browser";
import type { Result } from "../../../lib/result";
import { LARGEST_UPLOAD, type ZipFileRefusal, type ZipRefusal } from "../model";
import { uploadPath } from "../paths";
import { isZip } from "./accepted-files";
import type { ZipFile } from "./zip-directory";

/** One file on its way; `sent` counts bytes. */
export interface UploadItem {
  key: string;
  name: string;
  /** Bytes to be sent. */
  size: number;
  /** Gives the file, unpacked if it lies in an archive; null when there is nothing that could be sent. */
  open: (() => Promise<Result<File, ZipFileRefusal>>) | null;
  state: "waiting" | "unpacking" | "converting" | "uploading" | "done" | "failed";
  sent: number;
  /** What the file was before this browser made the JPEG that is sent. */
  convertedFrom?: ForeignKind;
  /** Why it failed, in words for people. */
  reason?: string;
}

/** What the queue says where something fails in the browser. */
export interface UploadWords {
  network: string;
  zip: Record<ZipRefusal, string>;
  zipFile: Record<ZipFileRefusal, string>;
}

/** How it ended with a file. */
type Outcome = Pick<UploadItem, "state" | "sent" | "reason"> & { open?: null };

/** Answers that stay the same however often the file is sent: it is too large, or no picture. */
const FINAL: readonly number[] = [413, 415];

/** Files sent at the same time. */
const LANES = 4;

/** What is taken of an archive: each file is held in memory while it is sent. */
const ZIP_LIMITS = { entries: 10_000, fileBytes: LARGEST_UPLOAD };

/** Names of files that this browser may have to convert; their first bytes decide. */
const MAYBE_FOREIGN = /\.(heic|heif|hif|avif)$/i;

/** A file that cannot be converted is sent as it is: the server says what it is. */
async function convert(file: File): Promise<{ file: File; from: ForeignKind } | null> {
  const conversion = await import("../../../codec/convert-in-browser").catch(() => null);
  return conversion === null ? null : conversion.convertedInBrowser(file).catch(() => null);
}

const openZip = async (zip: Blob) => (await import("./zip-directory")).readZip(zip, ZIP_LIMITS);

const unzip = async (zip: Blob, file: ZipFile) =>
  (await import("./unzip-file")).unzipFile(zip, file, ZIP_LIMITS);

/**
 * Sends files one POST each, a few at a time, and tells of every step. A failed file stays failed until it is
 * asked for again; nothing counts as uploaded but what the server said yes to. In place of a ZIP archive stand the
 * files in it, each of which is unpacked when its turn comes.
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
    private readonly words: UploadWords,
  ) {}

  add(files: Iterable<File>): void {
    for (const file of files) {
      if (isZip(file)) void this.addZip(file);
      else this.items = [...this.items, this.item(file, async () => ({ ok: true, value: file }))];
    }
    this.tell();
    this.fill();
  }

  private async addZip(zip: File): Promise<void> {
    const archive: UploadItem = { ...this.item(zip, null), state: "unpacking" };
    this.items = [...this.items, archive];
    const opened = await openZip(zip).catch(() => null);
    if (!opened?.ok) {
      const reason = this.words.zip[opened?.refusal ?? "damaged"];
      this.update(archive.key, { state: "failed", reason });
      return;
    }
    const { files, refused } = opened.value;
    const inside = [
      ...files.map((file) => this.item(file, () => unzip(zip, file))),
      ...refused.map(({ name, refusal }): UploadItem => {
        const reason = this.words.zipFile[refusal];
        return { ...this.item({ name, size: 0 }, null), state: "failed", reason };
      }),
    ];
    this.items = this.items.flatMap((item) => (item.key === archive.key ? inside : [item]));
    this.tell();
    this.fill();
  }

  private item({ name, size }: { name: string; size: number }, open: UploadItem["open"]): UploadItem {
    return { key: `${this.count++}`, name, size, open, state: "waiting", sent: 0 };
  }

  retryFailed(): void {
    this.items = this.items.map((item) =>
      item.state === "failed" && item.open ? { ...item, state: "waiting", sent: 0, reason: undefined } : item,
    );
    this.tell();
    this.fill();
  }

  /** Forgets everything that has come to its end. */
  clear(): void {
    this.items = this.items.filter(({ state }) => state !== "done" && state !== "failed");
    this.tell();
  }

  private fill(): void {
    while (this.running < LANES) {
      const next = this.items.find((item) => item.state === "waiting");
      if (!next) return;
      this.running++;
      this.update(next.key, { state: "unpacking" });
      void this.process(next).then((outcome) => {
        this.running--;
        this.update(next.key, outcome);
        if (outcome.state === "done") this.uploaded();
        this.fill();
      });
    }
  }

  private async process(item: UploadItem): Promise<Outcome> {
    const opened = await item.open?.().catch(() => null);
    if (!opened?.ok) return this.failed(this.words.zipFile[opened?.refusal ?? "file_damaged"]);
    const file = await this.readable(item, opened.value);
    this.update(item.key, { state: "uploading", size: file.size });
    return this.send(item.key, file);
  }

  /** The file, or the one that the server reads, where this browser can make one of it. */
  private async readable({ key, name, convertedFrom }: UploadItem, file: File): Promise<File> {
    if (convertedFrom || !MAYBE_FOREIGN.test(name)) return file;
    this.update(key, { state: "converting" });
    const converted = await this.inTurn(() => convert(file));
    if (!converted) return file;
    const open = async () => ({ ok: true as const, value: converted.file });
    this.update(key, { name: converted.file.name, convertedFrom: converted.from, open });
    return converted.file;
  }

  /** One conversion after the other: each holds a whole picture. */
  private inTurn<Made>(work: () => Promise<Made>): Promise<Made> {
    const made = this.conversions.then(work);
    this.conversions = made.catch(() => undefined);
    return made;
  }

  /** XMLHttpRequest, because fetch does not tell how much of a body has been sent. */
  private send(key: string, file: File): Promise<Outcome> {
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open("POST", uploadPath(this.galleryId, file.name));
      request.responseType = "json";
      request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
      request.upload.onprogress = (event) => this.update(key, { sent: event.loaded });
      const fail = (reason: string) => resolve(this.failed(reason));
      request.onload = () => {
        if (request.status === 202) return resolve({ state: "done", sent: file.size });
        const outcome = this.failed(messageOf(request.response) ?? this.words.network);
        resolve(FINAL.includes(request.status) ? { ...outcome, open: null } : outcome);
      };
      request.onerror = () => fail(this.words.network);
      request.onabort = () => fail(this.words.network);
      request.send(file);
    });
  }

  private failed(reason: string): Outcome {
    return { state: "failed", sent: 0, reason };
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
