import type { RouteConfig } from "@remix-run/route-config";
import { accountRoutes, accountWorkspaceRoutes } from "./features/account/routes";
import { clientRoutes } from "./features/clients/routes";
import { downloadRoutes } from "./features/downloads/routes";
import { galleryRoutes, galleryWorkspaceRoutes } from "./features/galleries/routes";
import { ingestRoutes, ingestWorkspaceRoutes } from "./features/ingest/routes";
import { storefrontRoutes, storefrontWorkspaceRoutes } from "./features/storefront/routes";
import { homeRoutes, workspaceRoute } from "./features/studio/routes";

/** The site map. Files are named relative to app/. */
export default [
  ...homeRoutes,
  ...accountRoutes,
  ...clientRoutes,
  ...galleryRoutes,
  ...ingestRoutes,
  ...storefrontRoutes,
  ...downloadRoutes,
  workspaceRoute([
    ...galleryWorkspaceRoutes,
    ...storefrontWorkspaceRoutes,
    ...ingestWorkspaceRoutes,
    ...accountWorkspaceRoutes,
  ]),
] satisfies RouteConfig;
