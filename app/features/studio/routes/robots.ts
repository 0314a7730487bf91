import type { LoaderFunctionArgs } from "@remix-run/cloudflare";

/** Crawlers may read what is public, pictures of public galleries with it; the workspace and links are not for them. */
export function loader({ context }: LoaderFunctionArgs): Response {
  const members = ["/studio", "/sign-in", "/account", "/welcome", "/forgot-password", "/reset/", "/verify/"];
  const closed = [...members, "/client", "/api/", "/d/", "/orders/", "/checkout/"];
  const rules = context.studio ? closed.map((path) => `Disallow: ${path}`) : ["Allow: /"];
  const map = context.studio ? `\nSitemap: ${context.studio.tenant.origin}/sitemap.xml\n` : "";
  return new Response(`User-agent: *\n${rules.join("\n")}\n${map}`, {
    headers: { "Content-Type": "text/plain" },
  });
}
