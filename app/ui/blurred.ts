import { type CSSProperties, useEffect, useState } from "react";
import { thumbHashToAverageRGBA, thumbHashToDataURL } from "thumbhash";

/**
 * What stands in a picture's frame until the picture has come, as the style of the frame or of the picture itself: its
 * average colour in the page as it is sent, and the blurred picture once JavaScript has arrived. A page so carries
 * some forty bytes for each picture; the rest is made where it is seen.
 *
 * @param thumbhash base64; null for a picture of which nothing is known
 */
export function useBlurred(thumbhash: string | null): CSSProperties | undefined {
  const [blurred, setBlurred] = useState<string | null>(null);
  useEffect(() => {
    setBlurred(null);
    if (thumbhash === null) return;
    // Each in a task of its own: a page of many would keep the visitor waiting for tens of milliseconds.
    const timer = setTimeout(() => setBlurred(thumbHashToDataURL(bytesOf(thumbhash))));
    return () => clearTimeout(timer);
  }, [thumbhash]);
  if (thumbhash === null) return undefined;
  return {
    backgroundColor: averageOf(thumbhash),
    ...(blurred ? { backgroundImage: `url(${blurred})`, backgroundSize: "100% 100%" } : {}),
  };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** "#5a7fa0". */
function averageOf(thumbhash: string): string {
  const { r, g, b } = thumbHashToAverageRGBA(bytesOf(thumbhash));
  const hex = [r, g, b].map((part) =>
    Math.round(part * 255)
      .toString(16)
      .padStart(2, "0"),
  );
  return `#${hex.join("")}`;
}
