import { json, type LoaderFunctionArgs, redirect } from "@remix-run/cloudflare";
import { z } from "zod";
import { countPlatformAttempt } from "../attempts.server";
import { platformLimits } from "../model";
import { slugCheckPath } from "../paths";
import { slugState, suggestSlugs } from "../slug-state.server";

const query = z.object({ slug: z.string().max(60), name: z.string().max(200).default("") });

/** Whether a subdomain can be had, for the sign-up page while somebody types. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { search } = new URL(request.url);
  if (context.studio) throw redirect(context.env.ROOT_ORIGIN + slugCheckPath + search);
  const asked = query.safeParse(Object.fromEntries(new URLSearchParams(search)));
  if (!asked.success) return json(null, 422);
  const { directory, env } = context;
  const now = Date.now() + (env.MODE === "local" ? await directory.clockOffset() : 0);
  const subject = `slug-check:${context.visitorNetwork}`;
  const until = await countPlatformAttempt(directory, subject, platformLimits.slugCheck, now);
  if (until !== null) return json(null, 429);
  const state = await slugState(directory, asked.data.slug, now);
  const suggestions = state === "free" ? [] : await suggestSlugs(directory, asked.data, now);
  return json({ slug: asked.data.slug, state, suggestions }, { headers: { "Cache-Control": "no-store" } });
}
