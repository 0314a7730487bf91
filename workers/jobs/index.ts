import { consume } from "~/jobs/consume";
import type { Env } from "~/tenancy/env";
import { jobsConsumer } from "~/wiring/jobs";

export default {
  queue: (batch, env, context) => consume(batch, env, jobsConsumer(context)),
} satisfies ExportedHandler<Env>;
