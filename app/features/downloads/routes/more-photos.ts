import { studioLoader } from "../../../http/studio-route";
import { downloadSizes } from "../model";
import { tilesOf } from "../offer.server";
import { getDownloadLink } from "../queries.server";

/** The next photos of a link's page, without what the page says of them altogether; null of a link that is closed. */
export const loader = studioLoader({ may: "public" }, async ({ studio, params, request }) => {
  const token = params.token ?? "";
  const link = await getDownloadLink(studio, token);
  if (link.state !== "open") return null;
  const query = new URL(request.url).searchParams;
  const size = downloadSizes.find((each) => each === query.get("size")) ?? "original";
  return {
    size,
    ...(await tilesOf(studio, { link, token, size, cursor: query.get("cursor") ?? undefined })),
  };
});
