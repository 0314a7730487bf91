import type {
  Oddity,
  PhotoFailure,
  PictureFailure,
  UploadRefusal,
  ZipFileRefusal,
  ZipRefusal,
} from "../model";

/** JPEG says `corrupt` or `restart_damaged`, the other kinds `damaged`; for a photographer they are one. */
const partlyDamaged = "Parts of the file are damaged.";

/** What a file that cannot be shown is, and what to do about it. */
const pictures = {
  unsupported: "This way of saving a picture cannot be read. Export it as an ordinary JPEG.",
  damaged: "The file is damaged. Export it again from your catalogue, and upload it anew.",
  too_large: "The picture is too large to be processed. Export it smaller, as a JPEG.",
  heic: "This is a HEIC picture, which cannot be read here. Export it as a JPEG, or upload it with Safari, which converts it. For new photos, set the iPhone to Settings › Camera › Formats › Most Compatible.",
  avif: "This is an AVIF picture, which cannot be read here. Export it as a JPEG.",
  gif: "This is a GIF, which is made for animations. Export the photo as a JPEG.",
  video: "This is a video. Galleries hold photos only.",
  unknown_kind:
    "This is no picture that can be read. JPEG, PNG, WebP, TIFF and camera raw files can be uploaded.",
  arithmetic_coding:
    "This JPEG uses arithmetic coding, which hardly any program reads. Save it as a baseline or progressive JPEG.",
  lossless:
    "This is a lossless JPEG, as scanners and medical devices write it. Export it as an ordinary JPEG or a TIFF.",
  hierarchical:
    "This JPEG holds its picture in several layers (hierarchical). Save it as a baseline or progressive JPEG.",
  bit_depth:
    "This JPEG has more than 8 bits a colour. Export it as an 8-bit JPEG, or as a 16-bit TIFF or PNG.",
  component_count: "This JPEG has an unusual number of colour channels. Export it as an RGB JPEG.",
  sampling: "This JPEG stores its colours in an unusual grid. Save it again as an ordinary JPEG.",
  height_behind_scan: "This JPEG does not say how high it is before its picture. Save it again as a JPEG.",
  header_far_behind:
    "So much stands before the picture in this JPEG that its size cannot be found. Export it without its metadata.",
  animated: "This WebP is an animation. Export one frame of it as a JPEG.",
  webp_memory:
    "This WebP has too many pixels: about 15 megapixels can be read, 6 if it is lossless or transparent. Export it as a JPEG, which may be far larger.",
  no_preview:
    "This raw file has no full preview inside. Export it as a JPEG, or have the camera save RAW + JPEG.",
  not_jpeg: "The preview inside this raw file cannot be read. Export it as a JPEG.",
  big_tiff: "This is a BigTIFF. Save it as an ordinary TIFF (below 4 GB) or as a JPEG.",
  compression:
    "This TIFF is compressed in a way that cannot be read, such as JPEG or LZMA. Save it with LZW, ZIP or no compression.",
  samples:
    "This TIFF stores its colours as 32-bit or as decimal numbers. Save it with 8 or 16 bits a channel.",
  colour_model:
    "This TIFF uses a colour mode that cannot be read, such as Lab or spot colours. Save it in RGB.",
  layout:
    "This TIFF stores its channels apart. Save it with the pixel order “Interleaved” (RGBRGB), or as a JPEG.",
  too_many_pixels:
    "The picture has more pixels than can be processed. Export it with 160 megapixels at most.",
  too_much_work: "This JPEG is built so that reading it takes too long. Save it again as a baseline JPEG.",
  needs_fallback:
    "The picture is too large for the way it is saved. Save it without interlacing, as a baseline JPEG.",
  core_failed: "Something in this file cannot be read. Save it again as a JPEG, and tell us about it.",
} satisfies Record<PictureFailure, string>;

export const en = {
  status: { processing: "Processing", ready: "Ready", failed: "Failed" },
  failures: {
    ...pictures,
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
      case "unreadable":
        return pictures[refusal.failure];
      case "length_mismatch":
        return "The upload was cut off, or longer than announced. Try again.";
    }
  },
  uploader: {
    title: "Add photos",
    drop: "Drop photos here",
    choose: "Choose photos",
    hint: "JPEG, PNG, WebP, TIFF or camera raw, up to 95 MB each, or a ZIP of them. Originals are kept exactly as they are.",
    noScript: "Upload",
    noScriptHint: "Without JavaScript, up to 50 photos at a time (60 MB together).",
    tooManyFiles: (count: number, most: number) =>
      `Nothing was uploaded: ${count} files at once are too many. Choose up to ${most} at a time.`,
    summary: (done: number, total: number) => `${done} of ${total} uploaded`,
    failed: (count: number) => (count === 1 ? "1 upload failed" : `${count} uploads failed`),
    retryFailed: "Try the failed ones again",
    waiting: "Waiting",
    percent: (part: number) => `${Math.round(Math.min(1, part) * 100)} %`,
    done: "Uploaded",
    unpacking: "Unpacking",
    converting: "Converting",
    converted: (kind: "HEIC" | "AVIF") => `Uploaded, converted from ${kind} in your browser`,
    network: "The connection broke. Try again.",
    clear: "Clear the list",
    zip: {
      not_zip: "This is no ZIP archive, or only a part of one. Make it again.",
      damaged: "The archive is damaged. Make it again.",
      split: "The archive is split into several files. Make one ZIP of it.",
      too_many_files: "The archive holds more than 10,000 files. Share them out among several.",
      unbelievable: "The archive says it holds far more than it can, so it was not unpacked.",
      no_photos: "There are no files in this archive.",
    } satisfies Record<ZipRefusal, string>,
    zipFile: {
      archive_inside: "This is an archive inside the archive. Unpack it, and upload what is in it.",
      encrypted: "This file is locked with a password. Make the archive again without one.",
      unknown_compression: "This file is compressed in a way that cannot be read. Make an ordinary ZIP.",
      file_too_large: "The file is too large: up to 95 MB can be uploaded.",
      file_damaged: "This file is damaged in the archive. Make the archive again.",
      unbelievable: "This file unpacks to far more than a photo can, so it was not unpacked.",
    } satisfies Record<ZipFileRefusal, string>,
  },
  pictures: {
    title: "Pictures",
    intro:
      "How the pictures are made that visitors see. What they buy is always your own file, as you uploaded it. After a change, your photos are made anew in the background; until then they are shown as they were.",
    watermark: "Watermark",
    kind: "What",
    textKind: "Your text",
    textKindHint: "White letters with a soft edge.",
    logoKind: "Your logo",
    logoKindHint: "A PNG with a transparent ground.",
    text: "Text",
    textHint: "Latin, Greek or Cyrillic letters. Also used if the logo cannot be drawn.",
    logo: "Logo",
    logoHint: "PNG, up to 800 kB and 2,000 pixels a side.",
    logoKept: "Choose a file only to replace the logo you have.",
    placement: "Where",
    placements: {
      tiled: { label: "All over", hint: "Diagonal rows: hard to remove." },
      center: { label: "Centre", hint: "Once, in the middle." },
      "bottom-right": { label: "Bottom right", hint: "Once, out of the way." },
      "bottom-left": { label: "Bottom left", hint: "Once, out of the way." },
    },
    size: "Size",
    sizes: { small: "Small", medium: "Medium", large: "Large" },
    opacity: "Strength",
    percent: (value: number) => `${value} %`,
    preview: "How it will look, roughly",
    files: "In the files",
    credits: "Copyright and credit",
    creditsHint: "Nothing else of a file's metadata goes into its pictures, and never a place.",
    creditSources: {
      none: { label: "Say nothing", hint: "The pictures carry no metadata at all." },
      file: { label: "As in the file", hint: "What you wrote in your catalogue." },
      studio: {
        label: "Always someone",
        hint: (studio: string) => `As in the file, and “${studio}” where it says nothing.`,
      },
    },
    avif: "AVIF",
    avifHint: "A third format of the large picture, smaller than WebP, for browsers that know it.",
    avifChoices: {
      off: { label: "Off", hint: "JPEG and WebP only." },
      on: { label: "On", hint: "Made later, on its own; it carries no credit." },
    },
    save: "Save",
    saving: "Saving …",
    saved: "Saved.",
    savedAnew: "Saved. Your photos are being made anew.",
    refusals: {
      logo_missing: "Choose a PNG file for the logo.",
      logo_not_png: "The logo must be a PNG file.",
      logo_too_large: "The logo is too large: up to 800 kB and 2,000 pixels a side.",
    },
    progress: (waiting: number) =>
      waiting === 1 ? "1 photo is still to be made anew." : `${waiting} photos are still to be made anew.`,
    avifProgress: (waiting: number) =>
      waiting === 1 ? "1 AVIF is still to be made." : `${waiting} AVIFs are still to be made.`,
    failedTitle: (count: number) =>
      count === 1 ? "1 photo could not be made" : `${count} photos could not be made`,
    failedMore: (count: number) => `and ${count} more`,
    retryFailed: "Try them again",
    retrying: (count: number) =>
      count === 1 ? "1 photo is being processed again." : `${count} photos are being processed again.`,
    byPhoton: (count: number) =>
      count === 1
        ? "1 photo could only be read by the second decoder."
        : `${count} photos could only be read by the second decoder.`,
  },
  /** One photo with all that is known of it. */
  photo: {
    details: (filename: string) => `Details of ${filename}`,
    picture: "The photo as visitors see it",
    again: "Make the renditions again",
    asked: "The renditions are being made again.",
    about: "About the photo",
    captured: "Taken",
    cameraClock: (moment: string) => `${moment} by the camera's clock`,
    inZone: (moment: string, offset: string) => `${moment} (UTC${offset})`,
    camera: "Camera",
    lens: "Lens",
    exposure: "Exposure",
    seconds: (time: string) => `${time} s`,
    aperture: (number: string) => `f/${number}`,
    iso: (number: string) => `ISO ${number}`,
    millimetres: (number: string) => `${number} mm`,
    captionHint: "Visitors read it under the photo.",
    saveCaption: "Save the caption",
    captionSaved: "The caption is saved.",
    caption: "Caption",
    keywords: "Keywords",
    creator: "Creator",
    credit: "Credit",
    copyright: "Copyright",
    nothing: "The file says nothing about how it was taken.",
    file: "The file",
    kind: "Kind",
    size: "Size",
    pixels: "Pixels",
    uploaded: "Uploaded",
    odd: "To know",
    making: "How its pictures were made",
    decoder: "Read by",
    decoders: { codec: "The first decoder", photon: "The second decoder" },
    time: "Time",
    memory: "Memory",
    version: "Version",
    renditions: "Pictures",
    names: { thumb: "Small", grid: "Medium", preview: "Large", web: "Clean, not shown" },
    name: "Picture",
    files: "Files",
    formats: { jpeg: "JPEG", webp: "WebP", avif: "AVIF" },
    avif: {
      asked: "An AVIF is still to be made.",
      failed: "An AVIF could not be made; the other formats are shown.",
    },
  },
  /** What was odd about a file that is shown all the same. */
  oddities: {
    truncated: "The file ends before its picture does: what is missing is left plain.",
    corrupt: partlyDamaged,
    restart_damaged: partlyDamaged,
    surplus_bytes: "",
    profile_ignored: "Its colour profile could not be applied: colours may differ.",
    inks_approximated: "Printing inks are shown as near as can be.",
    scaled_by_memory: "Very large: shown slightly softer than it is.",
    damaged: partlyDamaged,
    checksum: "",
    reduced: "Very large: shown slightly softer than it is.",
  } satisfies Record<Oddity, string>,
  byPhoton: "Read by the second decoder.",
  retry: "Try again",
  retried: "The photo is being processed again.",
  uploaded: (count: number) => (count === 1 ? "1 photo was uploaded." : `${count} photos were uploaded.`),
};
