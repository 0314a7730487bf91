import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { formatDay } from "../../../lib/time";
import { studioOrigin } from "../../../tenancy/open-studio";
import { listPublicGalleries } from "../../galleries/index.server";
import { PlatformHome } from "../components/platform-home";
import { StudioHome } from "../components/studio-home";
import { studioWords } from "../messages/words";
import { brandLogoPath } from "../paths";
import { presenceOf } from "../presence.server";
import { studioMeta } from "../studio-meta";

const GALLERIES_SHOWN = 60;
const STUDIOS_SHOWN = 24;

/** The platform's own site on its host; on a studio's, the studio's home page. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { studio } = context;
  if (!studio) {
    // Elsewhere nobody is shown who the platform's customers are.
    const isLocal = context.env.MODE === "local";
    const studios = isLocal ? await context.directory.listActive(STUDIOS_SHOWN) : [];
    return {
      kind: "platform" as const,
      studios: studios.map(({ slug, name }) => ({ slug, name, origin: studioOrigin(context.env, slug) })),
    };
  }
  const { name, tagline, locale, timeZone, logoKey, origin } = studio.tenant;
  const [galleries, presence] = await Promise.all([
    listPublicGalleries(studio, GALLERIES_SHOWN),
    presenceOf(studio),
  ]);
  return {
    kind: "studio" as const,
    name,
    tagline,
    origin,
    ...presence,
    logoUrl: brandLogoPath(logoKey),
    signedIn: studio.actor.kind === "member",
    galleries: galleries.map((gallery) => ({
      id: gallery.id,
      name: gallery.name,
      slug: gallery.slug,
      photos: gallery.shownCount,
      cover: gallery.coverPhoto,
      openUntil: gallery.expiresAt === null ? null : formatDay(gallery.expiresAt, locale, timeZone),
    })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const { platform } = studioWords("en");
  if (data?.kind !== "studio")
    return [{ title: platform.title }, { name: "description", content: platform.description }];
  return studioMeta(data);
};

export default function Home() {
  const data = useLoaderData<typeof loader>();
  return data.kind === "studio" ? <StudioHome {...data} /> : <PlatformHome studios={data.studios} />;
}
