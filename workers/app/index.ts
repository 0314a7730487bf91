import * as build from "virtual:remix/server-build";
import { createRequestHandler } from "@remix-run/cloudflare";
import { enqueueDue } from "~/jobs/enqueue-due";
import { log } from "~/lib/log";
import type { Env } from "~/tenancy/env";
import { door } from "~/wiring/door";

const pages = createRequestHandler(build, "production");
const app = door(pages);

export default {
  fetch: (request, env, context) => app.fetch(request, env, context),
  async scheduled(event, env) {
    const enqueued = await enqueueDue(env);
    log("info", "cron", { cron: event.cron, ...enqueued });
  },
} satisfies ExportedHandler<Env>;
