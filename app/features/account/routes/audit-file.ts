import { redirect } from "@remix-run/cloudflare";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { dayOf } from "../../../lib/time";
import { exportAudit } from "../commands/export-audit.server";
import { auditExportForm } from "../forms";
import { auditExportPath } from "../paths";

/** Whoever had to confirm who they are comes back here, where there is no page. */
export const loader = studioLoader({ may: "audit:read" }, async () => redirect(auditExportPath));

export const action = studioAction(
  { may: "audit:read", confirmed: true, form: auditExportForm },
  async ({ studio, values }) => {
    const day = dayOf(studio.clock.now(), studio.tenant.timeZone);
    return new Response(await exportAudit(studio, values), {
      headers: {
        "Content-Type": values.format === "csv" ? "text/csv; charset=utf-8" : "application/json",
        "Content-Disposition": `attachment; filename="audit-${studio.tenant.slug}-${day}.${values.format}"`,
      },
    });
  },
);
