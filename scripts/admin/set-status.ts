import { z } from "zod";
import { setStudioStatus } from "~/features/signup/index.server";
import { isSlug } from "~/lib/slugs";
import { Directory } from "~/tenancy/directory";
import { type Command, defineCommand } from "./command";
import { Refusal } from "./refusal";

export const suspendCommand = statusCommand(
  "suspend",
  "suspended",
  "Closes a studio's site until it is resumed; its data stays as it is.",
);

export const resumeCommand = statusCommand("resume", "active", "Opens a suspended studio again.");

function statusCommand(verb: string, status: "active" | "suspended", about: string): Command {
  return defineCommand({
    name: `studio ${verb}`,
    about,
    arguments: [{ name: "slug", about: "the studio's subdomain", positional: true, required: true }],
    input: z.object({ slug: z.string().refine(isSlug, "This is not a studio's subdomain.") }),
    mayStartAnew: false,
    async run(platform, { slug }) {
      const outcome = await setStudioStatus(new Directory(platform.directory), slug, status);
      if (outcome === "unknown") throw new Refusal("not_found", `There is no studio ${slug}.`);
      return { slug, status, changed: outcome === "changed" };
    },
    show: ({ slug, changed }) => `${slug} is ${changed ? "now" : "already"} ${status}.`,
  });
}
