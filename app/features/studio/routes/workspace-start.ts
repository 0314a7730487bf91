import { redirect } from "@remix-run/cloudflare";
import { may, studioLoader } from "../../../http/studio-route";
import { galleriesPath } from "../../galleries/paths";
import { setupPath } from "../paths";
import { setupOf } from "../setup.server";

/** The way into the workspace: the first steps for those who can take them, until they are done; then the galleries. */
export const loader = studioLoader({ may: "member" }, async ({ studio }) => {
  if (!may(studio, "studio:write")) throw redirect(galleriesPath);
  const { steps, hidden } = await setupOf(studio);
  throw redirect(hidden || steps.every(({ done }) => done) ? galleriesPath : setupPath);
});
