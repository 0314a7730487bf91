import type { LoaderFunctionArgs } from "@remix-run/cloudflare";

/** Crawlers may read what is public; the workspace, links and images of galleries are not for them. */
export function loader({ context }: LoaderFunctionArgs): Response {
  const members = ["/studio", "/sign-in", "/account", "/welcome", "/forgot-password", "/reset/", "/verify/"];
  const closed = [...members, "/client", "/api/", "/media/", "/d/", "/orders/", "/checkout/"];
  const rules = context.studio ? closed.map((path) => `Disallow: ${path}`) : ["Allow: /"];
  return new Response(`User-agent: *\n${rules.join("\n")}\n`, { headers: { "Content-Type": "text/plain" } });
}
