import { redirect } from "@remix-run/cloudflare";
import { studioLoader } from "../../../http/studio-route";
import { galleriesPath } from "../../galleries/paths";

export const loader = studioLoader({ may: "member" }, async () => redirect(galleriesPath));
