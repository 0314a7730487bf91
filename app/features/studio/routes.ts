import { index, layout, type RouteConfigEntry, route } from "@remix-run/route-config";

/** "/": the studio's home page, or the platform's own on its host. Robots and the rest of what crawlers ask for. */
export const homeRoutes = [
  index("features/studio/routes/home.tsx"),
  route("robots.txt", "features/studio/routes/robots.ts"),
  route("*", "features/studio/routes/nowhere.tsx"),
];

/** The frame around everything that members of the studio work with. */
export function workspaceRoute(children: RouteConfigEntry[]): RouteConfigEntry {
  return layout("features/studio/routes/workspace.tsx", [
    route("studio", "features/studio/routes/workspace-start.ts"),
    ...children,
  ]);
}
