import { type CodecDetail, CodecError, type CodecFailure, codecDetails } from "./codec-error";

/** Why the core refuses a JPEG, in the order of its numbers (assembly/reasons.ts), which begin with 1. */
const REFUSALS = [
  ["not_jpeg", "unsupported"],
  ["arithmetic_coding", "unsupported"],
  ["lossless", "unsupported"],
  ["bit_depth", "unsupported"],
  ["hierarchical", "unsupported"],
  ["bad_frame", "damaged"],
  ["bad_scan", "damaged"],
  ["bad_huffman_table", "damaged"],
  ["bad_quantisation_table", "damaged"],
  ["bad_segment", "damaged"],
  ["no_image", "damaged"],
  ["missing_table", "damaged"],
  ["component_count", "unsupported"],
  ["too_many_pixels", "too_large"],
  ["too_much_work", "too_large"],
  ["height_behind_scan", "unsupported"],
] as const satisfies readonly (
  | readonly [CodecDetail, "unsupported" | "too_large"]
  | readonly [string, "damaged"]
)[];

/** `needs_fallback`: a sound picture that no scale brings under the memory ceiling. */
export type RefusalReason = (typeof REFUSALS)[number][0] | "needs_fallback" | "core_failed";

/** A picture that the core refuses; `reason` says exactly why, `failure` what kind of reason it is. */
export class RefusedError extends CodecError {
  readonly reason: RefusalReason;

  constructor(failure: CodecFailure, reason: RefusalReason, options?: ErrorOptions) {
    const detail = codecDetails.find((named) => named === reason) ?? null;
    super(failure, `The codec refuses the picture: ${reason}`, { ...options, detail });
    this.reason = reason;
  }
}

/** The error for a negative answer of the core. */
export function refusal(answer: number): RefusedError {
  const [reason, failure] = REFUSALS[-answer - 1] ?? (["core_failed", "damaged"] as const);
  return new RefusedError(failure, reason);
}

/** What is wrong with a picture that is shown all the same. */
export type PictureWarning =
  /** The file ends before its picture does. */
  | "truncated"
  /** Some of the entropy-coded data are no possible data. */
  | "corrupt"
  /** A restart interval is missing or does not end where it should. */
  | "restart_damaged"
  /** Bytes stand where none should. */
  | "surplus_bytes"
  /** The colour profile is damaged or of a kind that is not applied: colours are taken as sRGB. */
  | "profile_ignored"
  /** Inks are turned into colours without a profile. */
  | "inks_approximated"
  /** Memory allowed only a coarser scale than quality asks for. */
  | "scaled_by_memory";

/** Warnings of the core, in the order of their bits. */
const CORE_WARNINGS: readonly PictureWarning[] = ["truncated", "corrupt", "restart_damaged", "surplus_bytes"];

export function warningsOf(bits: number): PictureWarning[] {
  return CORE_WARNINGS.filter((_, bit) => bits & (1 << bit));
}
