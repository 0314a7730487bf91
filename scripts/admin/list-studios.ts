import { z } from "zod";
import { listStudios } from "~/features/signup/index.server";
import { Directory } from "~/tenancy/directory";
import { defineCommand } from "./command";
import { minute, table } from "./table";

export const listStudiosCommand = defineCommand({
  name: "studio list",
  about: "Lists all studios.",
  arguments: [],
  input: z.object({}),
  mayStartAnew: false,
  async run(platform) {
    const studios = await listStudios(new Directory(platform.directory));
    return studios.map(({ createdAt, ...studio }) => ({
      ...studio,
      address: platform.studioAddress(studio.slug),
      createdAt: new Date(createdAt).toISOString(),
    }));
  },
  show(studios) {
    if (studios.length === 0) return "There are no studios.";
    return table(
      ["SLUG", "NAME", "STATUS", "DATABASE", "CREATED (UTC)", "ADDRESS"],
      studios.map(({ slug, name, status, dbRef, createdAt, address }) => [
        slug,
        name,
        status,
        dbRef,
        minute(Date.parse(createdAt)),
        address,
      ]),
    );
  },
});
