import { z } from "zod";
import { listWaiting } from "~/features/signup/index.server";
import { Directory } from "~/tenancy/directory";
import { defineCommand } from "./command";
import { minute, table } from "./table";

export const waitListCommand = defineCommand({
  name: "waitlist list",
  about: "Lists who waits for a database, in the order in which they are told.",
  arguments: [],
  input: z.object({}),
  mayStartAnew: false,
  run: ({ directory }) => listWaiting(new Directory(directory)),
  show(waiting) {
    if (waiting.length === 0) return "Nobody is waiting.";
    return table(
      ["SINCE (UTC)", "E-MAIL", "STUDIO", "SUBDOMAIN", "TOLD (UTC)"],
      waiting.map(({ createdAt, email, studioName, slug, toldAt }) => [
        minute(createdAt),
        email,
        studioName,
        slug,
        toldAt === null ? "" : minute(toldAt),
      ]),
    );
  },
});
