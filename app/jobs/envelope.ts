import { z } from "zod";

/** Every message on our queues. A message points at a row; what is to be done stands in the row. */
export const envelope = z.discriminatedUnion("type", [
  z.object({ type: z.literal("job"), studioId: z.string(), id: z.string(), name: z.string() }),
  z.object({ type: z.literal("sweep"), studioId: z.string() }),
  z.object({ type: z.literal("provider_event"), id: z.string() }),
  z.object({ type: z.literal("platform_sweep") }),
]);

export type Envelope = z.infer<typeof envelope>;
