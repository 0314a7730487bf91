import { redirect } from "@remix-run/cloudflare";
import type { Gallery, GalleryState } from "./model";
import { type GalleryRole, galleryRoles, type Viewer } from "./model/roles";
import { enterPath } from "./paths";
import { enterGallery, type Standing } from "./viewer.server";
import { type Browser, keepKey } from "./visitor.server";

/**
 * What a gallery's address opens for a browser, for its loaders and actions: `enterGallery`, and a secret address is
 * kept by the browser. Throws `not_found`.
 */
export async function comeTo(
  browser: Browser,
  key: string,
): Promise<{ gallery: Gallery; state: GalleryState; standing: Standing }> {
  const come = await enterGallery(browser.studio, key, roleAsked(browser.request));
  const { gallery, standing } = come;
  // A password and a name are asked for at every door anyway: their galleries' pictures need no key.
  if (gallery.visibility === "unlisted" && key === gallery.shareKey && !standing.viewer?.isMember)
    keepKey(browser, key);
  return come;
}

/**
 * The same for pages that are there only for who is in: everybody else is led to the gallery's door, and back from
 * there. Throws `not_found`.
 */
export async function letInto(
  browser: Browser,
  key: string,
): Promise<{ gallery: Gallery; state: GalleryState; viewer: Viewer }> {
  const { gallery, state, standing } = await comeTo(browser, key);
  if (standing.viewer) return { gallery, state, viewer: standing.viewer };
  const { method, url } = browser.request;
  const { pathname, search } = new URL(url);
  const here = `${pathname.replace(/\.data$/, "")}${search.replace(/[?&]_routes=[^&]*/, "")}`;
  throw redirect(enterPath(key, method === "GET" ? here : undefined), 303);
}

/** As whom a member wants to see a gallery: `?as=guest`. */
function roleAsked(request: Request): GalleryRole | undefined {
  const asked = new URL(request.url).searchParams.get("as");
  return galleryRoles.find((role) => role === asked);
}
