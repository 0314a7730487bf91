const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text made safe for HTML content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** The address if it is one a message may link to; throws otherwise, since only our own code makes links. */
export function safeUrl(url: string): string {
  const parsed = new URL(url);
  if (!["https:", "http:", "mailto:"].includes(parsed.protocol))
    throw new TypeError(`not a mail link: ${parsed.protocol}`);
  return parsed.href;
}

/** A six-digit hex colour; ink for anything that is not one. */
export function safeColour(colour: string): string {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(colour);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join("")}`;
  return /^#[0-9a-f]{6}$/i.test(colour) ? colour : "#211d19";
}

/** Ink or white, whichever reads better on a six-digit hex colour (WCAG relative luminance). */
export function contrastText(background: string): "#ffffff" | "#211d19" {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(background.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / (0.0129 + 0.05) ? "#ffffff" : "#211d19";
}
