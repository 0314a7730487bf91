import type { PhotoFailure, UploadRefusal } from "../model";

const kinds: Record<string, string> = {
  png: "a PNG picture",
  webp: "a WebP picture",
  gif: "a GIF picture",
  heic: "a HEIC picture",
  avif: "an AVIF picture",
  tiff: "a TIFF or camera raw file",
  raw: "a camera raw file",
  video: "a video",
};

export const en = {
  status: { processing: "Processing", ready: "Ready", failed: "Failed" },
  failures: {
    unsupported: "This kind of JPEG cannot be read yet. Save it as a baseline or progressive RGB JPEG.",
    damaged: "The file is damaged. Export it again from your catalogue, and upload it anew.",
    too_large: "The picture has more pixels than can be processed. Export it smaller.",
    original_missing: "The original is not in storage. Upload it again.",
    internal: "Something went wrong on our side. Try again; if it stays, tell us.",
  } satisfies Record<PhotoFailure, string>,
  refused: (refusal: UploadRefusal): string => {
    switch (refusal.reason) {
      case "no_length":
        return "The upload did not say how long it is (Content-Length).";
      case "empty":
        return "The file is empty.";
      case "too_large":
        return "The file is too large: up to 95 MB can be uploaded.";
      case "not_a_jpeg":
        return `Only JPEG photos can be uploaded${kinds[refusal.kind ?? ""] ? `; this is ${kinds[refusal.kind ?? ""]}` : ""}.`;
      case "damaged":
        return "The file is damaged: it ends or breaks before its picture begins.";
      case "unsupported":
        return "This kind of JPEG cannot be read yet. Save it as a baseline or progressive JPEG.";
      case "length_mismatch":
        return "The upload was cut off, or longer than announced. Try again.";
    }
  },
  uploader: {
    title: "Add photos",
    drop: "Drop JPEG photos here",
    choose: "Choose photos",
    hint: "JPEG, up to 95 MB each. Originals are kept exactly as they are.",
    noScript: "Upload",
    noScriptHint: "Without JavaScript, a few photos at a time (60 MB together).",
    summary: (done: number, total: number) => `${done} of ${total} uploaded`,
    failed: (count: number) => (count === 1 ? "1 upload failed" : `${count} uploads failed`),
    retryFailed: "Try the failed ones again",
    waiting: "Waiting",
    percent: (part: number) => `${Math.round(Math.min(1, part) * 100)} %`,
    done: "Uploaded",
    network: "The connection broke. Try again.",
    clear: "Clear the list",
  },
  retry: "Try again",
  retried: "The photo is being processed again.",
  uploaded: (count: number) => (count === 1 ? "1 photo was uploaded." : `${count} photos were uploaded.`),
};
