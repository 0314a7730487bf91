import type { RouteConfig } from "@remix-run/route-config";
import {
  accountRoutes,
  accountSettingsRoutes,
  accountWorkspaceRoutes,
  peopleWorkspaceRoutes,
} from "./features/account/routes";
import { billingRoutes, billingSettingsRoutes } from "./features/billing/routes";
import { clientRoutes, clientSettingsRoutes } from "./features/clients/routes";
import { downloadRoutes, downloadWorkspaceRoutes } from "./features/downloads/routes";
import { galleryRoutes, galleryWorkspaceRoutes } from "./features/galleries/routes";
import { ingestRoutes, ingestSettingsRoutes, ingestWorkspaceRoutes } from "./features/ingest/routes";
import { signupRoutes } from "./features/signup/routes";
import {
  storefrontRoutes,
  storefrontSettingsRoutes,
  storefrontWorkspaceRoutes,
} from "./features/storefront/routes";
import { homeRoutes, settingsRoute, workspaceRoute } from "./features/studio/routes";

/** The site map. Files are named relative to app/. */
export default [
  ...homeRoutes,
  ...accountRoutes,
  ...signupRoutes,
  ...billingRoutes,
  ...clientRoutes,
  ...galleryRoutes,
  ...ingestRoutes,
  ...storefrontRoutes,
  ...downloadRoutes,
  workspaceRoute([
    ...galleryWorkspaceRoutes,
    ...storefrontWorkspaceRoutes,
    ...downloadWorkspaceRoutes,
    ...ingestWorkspaceRoutes,
    ...peopleWorkspaceRoutes,
    ...accountWorkspaceRoutes,
    settingsRoute([
      ...billingSettingsRoutes,
      ...storefrontSettingsRoutes,
      ...ingestSettingsRoutes,
      ...accountSettingsRoutes,
      ...clientSettingsRoutes,
    ]),
  ]),
] satisfies RouteConfig;
