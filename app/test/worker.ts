import type { Env } from "../tenancy/env";
import { door } from "../wiring/door";

/** The app Worker of the tests: its real door, without the pages, which need a build. */
const app = door(async () => new Response("a page would stand here"));

export default {
  fetch: (request, env, context) => app.fetch(request, env, context),
} satisfies ExportedHandler<Env>;
