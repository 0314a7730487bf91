import { crc32 } from "node:zlib";
import { hex } from "../../lib/tokens";

/** What is known of a file after its bytes have passed. */
export interface Checksums {
  size: number;
  sha256: string;
  /** ISO 3309, unsigned. */
  crc32: number;
}

/** The DOM's types hide what workerd adds to `crypto`. */
const workersCrypto = crypto as unknown as { DigestStream: new (algorithm: string) => DigestStream };

/** Lets bytes pass and counts them, with SHA-256 and CRC-32; memory stays flat. */
export function checksumming(): {
  through: TransformStream<Uint8Array, Uint8Array>;
  result(): Promise<Checksums>;
} {
  const digest = new workersCrypto.DigestStream("SHA-256");
  const writer = digest.getWriter();
  // The stream's end is awaited below; a source that fails first must not leave a rejection unheard.
  digest.digest.catch(() => {});
  let size = 0;
  let crc = 0;
  const through = new TransformStream<Uint8Array, Uint8Array>({
    async transform(chunk, controller) {
      size += chunk.byteLength;
      crc = crc32(chunk, crc);
      // A copy, because the chunk itself may be handed over to whoever reads on.
      await writer.write(chunk.slice());
      controller.enqueue(chunk);
    },
    async flush() {
      await writer.close();
    },
  });
  return {
    through,
    result: async () => ({ size, sha256: hex(new Uint8Array(await digest.digest)), crc32: crc }),
  };
}
