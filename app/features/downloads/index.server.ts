import type { Studio } from "../../tenancy/studio";
import { downloadToken } from "./commands/grant-downloads.server";
import { downloadPath } from "./paths";

/** The front door of downloads. */
export { forgetExpiredLinks } from "./commands/forget-expired-links.server";
export { grantDownloads } from "./commands/grant-downloads.server";
export { downloadsUntil } from "./queries.server";

/** The address of the page on which an order's buyer downloads. */
export async function downloadUrl(studio: Studio, orderId: string): Promise<string> {
  return studio.tenant.origin + downloadPath(await downloadToken(studio, orderId));
}
