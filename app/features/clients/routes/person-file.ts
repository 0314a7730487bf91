import { redirect } from "@remix-run/cloudflare";
import { z } from "zod";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { dayOf } from "../../../lib/time";
import { exportPerson } from "../commands/export-person.server";
import { personDataPath } from "../paths";
import { getPerson } from "../person.server";

/** Whoever had to confirm who they are comes back here, where there is no page. */
export const loader = studioLoader({ may: "clients:erase" }, async ({ studio, params }) =>
  redirect(personDataPath((await getPerson(studio, params.personId ?? "")).id)),
);

export const action = studioAction(
  { may: "clients:erase", confirmed: true, form: z.object({}) },
  async ({ studio, params }) => {
    const archive = await exportPerson(studio, params.personId ?? "");
    const day = dayOf(studio.clock.now(), studio.tenant.timeZone);
    return new Response(archive, {
      headers: {
        "Content-Type": "application/zip",
        "Content-Disposition": `attachment; filename="personal-data-${studio.tenant.slug}-${day}.zip"`,
      },
    });
  },
);
