import { index, layout, type RouteConfigEntry, route } from "@remix-run/route-config";

/** "/": the studio's home page, or the platform's own on its host. Robots, the logo, and what crawlers ask for. */
export const homeRoutes = [
  index("features/studio/routes/home.tsx"),
  route("robots.txt", "features/studio/routes/robots.ts"),
  route("sitemap.xml", "features/studio/routes/sitemap.ts"),
  route("brand/logo.png", "features/studio/routes/brand-logo.ts"),
  route("too-many", "features/studio/routes/too-many.ts"),
  route("language", "features/studio/routes/language.ts"),
  route("*", "features/studio/routes/nowhere.tsx"),
];

/** The frame around everything that members of the studio work with. */
export function workspaceRoute(children: RouteConfigEntry[]): RouteConfigEntry {
  return layout("features/studio/routes/workspace.tsx", [
    route("studio", "features/studio/routes/workspace-start.ts"),
    ...children,
  ]);
}

/** The settings, which share a navigation: the studio's own pages, and those of other features. */
export function settingsRoute(children: RouteConfigEntry[]): RouteConfigEntry {
  return layout("features/studio/routes/settings.tsx", [
    route("studio/setup", "features/studio/routes/setup.tsx"),
    route("studio/settings", "features/studio/routes/brand.tsx"),
    route("studio/settings/region", "features/studio/routes/region.tsx"),
    route("studio/settings/tax", "features/studio/routes/tax.tsx"),
    ...children,
  ]);
}
