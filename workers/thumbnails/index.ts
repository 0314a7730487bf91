import { consume } from "~/jobs/consume";
import type { Env } from "~/tenancy/env";
import { thumbnailsConsumer } from "~/wiring/thumbnails";

export default {
  queue: (batch, env, context) => consume(batch, env, thumbnailsConsumer(context)),
} satisfies ExportedHandler<Env>;
