import { createRequestHandler, type ServerBuild } from "@remix-run/cloudflare";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { vi } from "vitest";
import * as entry from "../entry.server";
import { remixFuture } from "../remix-future";
import * as root from "../root";
import siteMap from "../routes";
import { door } from "../wiring/door";
import { env, type TestStudio } from "./create-test-studio";
import { errorLines } from "./error-log";

// The package behind the site map's helpers wants a file system; what they do is only this.
vi.mock("@remix-run/route-config", () => ({
  route: (path: string, file: string, children?: RouteConfigEntry[]) => ({ path, file, children }),
  index: (file: string) => ({ index: true, file }),
  layout: (file: string, children: RouteConfigEntry[]) => ({ file, children }),
}));

// Thousands of modules of drawings, which no test of the server looks at.
vi.mock("lucide-react", () => new Proxy({}, { has: () => true, get: (_, name) => name !== "then" && Icon }));

function Icon() {
  return null;
}

type Routes = ServerBuild["routes"];

const modules = import.meta.glob<Routes[string]["module"]>(
  ["../features/*/routes/*.{ts,tsx}", "!**/*.test.{ts,tsx}"],
  { eager: true },
);

/** Every route of the site map with its module, made from the sources as the build makes it. */
export const siteRoutes: Routes = {
  root: { id: "root", path: "", module: root as unknown as Routes[string]["module"] },
  ...routesOf(siteMap as RouteConfigEntry[], "root"),
};

const app = door(createRequestHandler(buildOf(siteRoutes), "production"));

/** Asks the app through its door, with the real pages behind it; the answer has been read to its end. */
export async function askPage(
  host: string,
  path: string,
  { scheme = "http", ...init }: RequestInit & { scheme?: "http" | "https" } = {},
): Promise<Response> {
  const url = new URL(path, `${scheme}://${host ? `${host}.` : ""}localhost:8787`);
  const request = new Request(url, { redirect: "manual", ...init });
  request.headers.set("host", url.host);
  return askApp(request);
}

/** Hands a request to the app's door as it is; the answer has been read to its end. */
export async function askApp(request: Request): Promise<Response> {
  const background: Promise<unknown>[] = [];
  const context = { waitUntil: (work: Promise<unknown>) => background.push(work) };
  const response = await app.fetch(request, env, context as unknown as ExecutionContext);
  const body = await response.arrayBuffer();
  await Promise.all(background);
  forgetRemixWarning();
  const { status, headers } = response;
  return new Response(status === 304 || status === 204 ? null : body, { status, headers });
}

/** Sends a form as a browser does from a page of that host, unless the headers say something else. */
export function postForm(
  host: string,
  path: string,
  fields: Record<string, string>,
  { headers, ...init }: RequestInit & { scheme?: "http" | "https" } = {},
): Promise<Response> {
  const origin = `${init.scheme ?? "http"}://${host ? `${host}.` : ""}localhost:8787`;
  return askPage(host, path, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { origin, ...(headers as Record<string, string>) },
    ...init,
  });
}

/** Signs the owner in through the form; returns the Cookie header that a browser would send from then on. */
export async function ownerCookie({ slug, owner }: Pick<TestStudio, "slug" | "owner">): Promise<string> {
  const response = await postForm(slug, "/sign-in", { email: owner.email, password: owner.password });
  const [cookie] = response.headers.getSetCookie();
  if (response.status !== 303 || !cookie) throw new Error(`signing in answered ${response.status}`);
  return cookie.split(";")[0] ?? "";
}

/** What a browser with these cookies would send after an answer: those it set, without those it took away. */
export function cookiesAfter(response: Response, before = ""): string {
  const jar = new Map(
    before
      .split("; ")
      .filter(Boolean)
      .map((pair) => cookiePair(pair)),
  );
  for (const header of response.headers.getSetCookie()) {
    const [name, value] = cookiePair(header.split(";")[0] ?? "");
    if (/; Max-Age=0(;|$)/.test(header)) jar.delete(name);
    else jar.set(name, value);
  }
  return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
}

function cookiePair(pair: string): [string, string] {
  const equals = pair.indexOf("=");
  return [pair.slice(0, equals), pair.slice(equals + 1)];
}

/** React's development build warns of how Remix writes its own <Meta>; that is none of ours. */
function forgetRemixWarning(): void {
  const others = errorLines.filter((line) => !line.startsWith('Warning: A props object containing a "key"'));
  errorLines.splice(0, errorLines.length, ...others);
}

function routesOf(entries: RouteConfigEntry[], parentId: string): Routes {
  const routes = entries.flatMap(({ file, path, index, children = [] }) => {
    const module = modules[`../${file}`];
    if (!module) throw new Error(`there is no route module ${file}`);
    return [[file, { id: file, parentId, path, index, module }], ...Object.entries(routesOf(children, file))];
  });
  return Object.fromEntries(routes) as Routes;
}

/** What Remix's build would hand to its request handler; the files for the browser are not there. */
function buildOf(routes: Routes): ServerBuild {
  const manifest = Object.values(routes).map(({ id, parentId, path, index, module }) => ({
    id,
    parentId,
    path,
    index,
    hasLoader: "loader" in module,
    hasAction: "action" in module,
    hasClientLoader: false,
    hasClientAction: false,
    hasErrorBoundary: "ErrorBoundary" in module,
    module: `/assets/${id}.js`,
    imports: [],
  }));
  return {
    entry: { module: entry },
    routes,
    assets: {
      entry: { imports: [], module: "/assets/entry.js" },
      routes: Object.fromEntries(manifest.map((route) => [route.id, route])),
      url: "/assets/manifest.js",
      version: "test",
    },
    publicPath: "/",
    assetsBuildDirectory: "",
    future: remixFuture,
    mode: "production",
    isSpaMode: false,
  };
}
