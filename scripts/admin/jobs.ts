import { z } from "zod";
import { isSlug } from "~/lib/slugs";
import { Directory } from "~/tenancy/directory";
import { jobsOf, retryJobOf } from "~/wiring/dead-jobs";
import { defineCommand } from "./command";
import type { Platform } from "./platform";
import { Refusal } from "./refusal";
import { minute, table } from "./table";

const slug = z.string().refine(isSlug, "This is not a studio's subdomain.");
const slugArgument = { name: "slug", about: "the studio's subdomain", positional: true, required: true };

const states = ["dead", "queued", "running", "done"] as const;

export const listJobsCommand = defineCommand({
  name: "jobs list",
  about: "Lists a studio's background jobs: those that failed every time, or those of another state.",
  arguments: [slugArgument, { name: "state", about: `${states.join(", ")} (default: dead)` }],
  notes:
    "A photo whose file cannot be read is no dead job: its studio sees it, with the reason, under Pictures.",
  input: z.object({
    slug,
    state: z.enum(states, `A state is one of ${states.join(", ")}.`).default("dead"),
  }),
  mayStartAnew: false,
  async run(platform, { slug, state }) {
    const found = await jobsOf(installation(platform), slug, state);
    if (!found) throw noStudio(slug);
    return {
      counts: found.counts,
      jobs: found.jobs.map(({ createdAt, ...job }) => ({
        ...job,
        createdAt: new Date(createdAt).toISOString(),
      })),
    };
  },
  show({ counts, jobs }) {
    const summary = states.map((state) => `${counts[state]} ${state}`).join(", ");
    if (jobs.length === 0) return summary;
    const rows = jobs.map(({ id, attempts, createdAt, payload, lastError }) => [
      id,
      String(attempts),
      minute(Date.parse(createdAt)),
      payload,
      lastError ?? "",
    ]);
    return `${table(["ID", "ATTEMPTS", "CREATED (UTC)", "ABOUT", "LAST ERROR"], rows)}\n\n${summary}`;
  },
});

const refusals = {
  unknown: ["not_found", "This studio has no such job."],
  not_dead: ["conflict", "This job is not dead: it waits, runs or is done."],
  moved_on: ["conflict", "What this job was about has changed since, so there is nothing left for it to do."],
} as const;

export const retryJobCommand = defineCommand({
  name: "jobs retry",
  about: "Has a job that failed every time done once more.",
  arguments: [
    slugArgument,
    { name: "id", about: "the job, as jobs list names it", positional: true, required: true },
  ],
  input: z.object({ slug, id: z.string().min(1) }),
  mayStartAnew: false,
  async run(platform, { slug, id }) {
    const outcome = await retryJobOf(installation(platform), slug, id);
    if (outcome === "no_studio") throw noStudio(slug);
    if (outcome !== "retried") {
      const [type, message] = refusals[outcome];
      throw new Refusal(type, message);
    }
    return { slug, id };
  },
  show: ({ id }) => `${id} is queued again; it is taken up within a minute.`,
});

function installation({ directory, studioDatabase }: Platform) {
  return { directory: new Directory(directory), studioDatabase };
}

function noStudio(slug: string): Refusal {
  return new Refusal("not_found", `There is no studio ${slug}.`);
}
