import { door } from "../wiring/door";
import { siteRoutes } from "./pages";

/** Method and pattern of every route: those of the site map, and those that the door answers itself. */
export function routesOfTheApp(): string[] {
  const pages = pagesOfTheApp().flatMap(({ id, pattern }) => {
    const module = siteRoutes[id]?.module ?? {};
    const reads = "loader" in module || "default" in module;
    return [...(reads ? [`GET ${pattern}`] : []), ...("action" in module ? [`POST ${pattern}`] : [])];
  });
  const streams = door(async () => new Response())
    .routes.filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path}`);
  return [...pages, ...streams];
}

/** The routes of the site map that have an address, each with the name of its module. */
export function pagesOfTheApp(): { id: string; pattern: string }[] {
  return Object.values(siteRoutes)
    .filter(({ id, path, index }) => id !== "root" && (path !== undefined || index))
    .map(({ id }) => ({ id, pattern: patternOf(id) }));
}

/** Whether a route answers with a page, and not with a redirect or a file of its own. */
export function isDrawnPage(route: string): boolean {
  const [method, pattern] = route.split(" ");
  const page = pagesOfTheApp().find((each) => each.pattern === pattern);
  return method === "GET" && page !== undefined && "default" in (siteRoutes[page.id]?.module ?? {});
}

/** The routes that only stand around others; their loaders can be asked by themselves all the same. */
export function framesOfTheApp(): string[] {
  const addressed = new Set(pagesOfTheApp().map(({ id }) => id));
  return Object.keys(siteRoutes).filter((id) => !addressed.has(id));
}

function patternOf(id: string): string {
  const parts: string[] = [];
  for (let route = siteRoutes[id]; route; route = route.parentId ? siteRoutes[route.parentId] : undefined)
    if (route.path) parts.unshift(route.path);
  return `/${parts.join("/")}`;
}
