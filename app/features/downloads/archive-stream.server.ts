import { errorFields, log } from "../../lib/log";
import type { Studio } from "../../tenancy/studio";
import type { ArchivePlan } from "./archive-plan";

/** Streams a planned archive; each original is opened when its turn comes, so memory stays flat. */
export function archiveStream(studio: Studio, plan: ArchivePlan): ReadableStream<Uint8Array> {
  const { readable, writable } = new FixedLengthStream(plan.size);
  void write(studio, plan, writable).catch((error) => {
    log("warn", "an archive was not taken to its end", { studioId: studio.tenant.id, ...errorFields(error) });
  });
  return readable;
}

async function write(studio: Studio, plan: ArchivePlan, writable: WritableStream<Uint8Array>): Promise<void> {
  try {
    for (const part of plan.parts) {
      if ("bytes" in part) {
        const writer = writable.getWriter();
        await writer.write(part.bytes);
        writer.releaseLock();
      } else {
        const object = await studio.objects.get(part.key);
        if (object?.size !== part.size) throw new Error("an original is missing or has another length");
        await object.body.pipeTo(writable, { preventClose: true });
      }
    }
    await writable.close();
  } catch (error) {
    await writable.abort(error).catch(() => {});
    throw error;
  }
}
