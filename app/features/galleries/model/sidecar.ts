import { type PickedPhoto, type Said, stemOf } from "./picks";

/** The colours of labels as Lightroom and Bridge name them, whatever language people read. */
const COLOURS = ["Red", "Yellow", "Green", "Blue", "Purple"] as const;

/** Stars of a photo that was chosen; rejected ones have -1, as Adobe's programs write it. */
const CHOSEN_STARS = 5;
const REJECTED = -1;

/**
 * XMP sidecars by file name, as photo programs look for them: "DSC_0001.xmp" beside "DSC_0001.NEF". Files that share
 * a name up to their ending share one. Comments go into the instructions, so that no caption is overwritten.
 */
export function sidecarsOf(photos: readonly PickedPhoto[]): Map<string, string> {
  const said = new Map<string, Said[]>();
  for (const photo of photos) {
    const name = `${stemOf(photo.filename)}.xmp`;
    said.set(name, [...(said.get(name) ?? []), ...photo.said]);
  }
  return new Map([...said].map(([name, all]) => [name, sidecar(all)]));
}

function sidecar(said: readonly Said[]): string {
  const isChosen = said.some(({ mark }) => mark === "chosen");
  const isRejected = said.some(({ mark }) => mark === "rejected");
  const rating = isChosen ? CHOSEN_STARS : isRejected ? REJECTED : null;
  const label = said.find((each) => each.label !== null)?.label ?? null;
  const comments = [...new Set(said.map(({ comment }) => comment).filter(Boolean))].join("\n");
  const attributes = [
    ...(rating === null ? [] : [`xmp:Rating="${rating}"`]),
    ...(label === null ? [] : [`xmp:Label="${COLOURS[label - 1]}"`]),
    ...(comments === "" ? [] : [`photoshop:Instructions="${escaped(comments)}"`]),
  ];
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
    ${attributes.join("\n    ")}/>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
`;
}

/** Text of an attribute. Characters that XML cannot hold at all are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;")
    .replaceAll("\r", "&#13;")
    .replaceAll("\t", "&#9;");
}
