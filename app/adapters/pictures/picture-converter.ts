/** Reads pictures of kinds that our own codec cannot, such as HEIC. */
export interface PictureConverter {
  /**
   * The picture as a JPEG in its full size, upright. Null when the converter cannot read it; throws when it does not
   * answer.
   */
  toJpeg(picture: ReadableStream<Uint8Array>): Promise<Uint8Array | null>;
}
