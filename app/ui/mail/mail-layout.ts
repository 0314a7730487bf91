import { contrastText, escapeHtml, safeColour, safeUrl } from "./mail-safety";

export interface MailItem {
  label: string;
  value?: string;
}

export type MailBlock =
  | { kind: "heading"; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "button"; url: string; label: string }
  | { kind: "items"; items: readonly MailItem[] }
  | { kind: "small"; text: string };

export interface Mail {
  /** The sender's name as people know it; heads the message. */
  brand: string;
  /** A hex colour; anything else falls back to ink. */
  accent: string;
  /** The grey line after the subject in a list of messages. */
  preheader: string;
  blocks: readonly MailBlock[];
  /** Under the sheet: postal address, why you get this. */
  footer?: string;
  /** Language of the text, e.g. "en". */
  lang?: string;
}

/** The message's title. */
export const heading = (text: string): MailBlock => ({ kind: "heading", text });
/** Running text; line breaks stay, an empty line starts a new paragraph. */
export const paragraph = (text: string): MailBlock => ({ kind: "paragraph", text });
/** The one thing to do. */
export const button = (url: string, label: string): MailBlock => ({ kind: "button", url, label });
/** Facts in two columns, or a plain list where there is no value. */
export const itemList = (items: readonly MailItem[]): MailBlock => ({ kind: "items", items });
/** What must be said but need not be seen first. */
export const smallPrint = (text: string): MailBlock => ({ kind: "small", text });

const sans = "-apple-system,BlinkMacSystemFont,'Segoe UI',Helvetica,Arial,sans-serif";
const serif = "Georgia,'Times New Roman',serif";

/** A complete HTML message: tables, inline styles, tolerant of dark mode; every word escaped. */
export function mailHtml({ brand, accent, preheader, blocks, footer, lang = "en" }: Mail): string {
  const colour = safeColour(accent);
  const rows = blocks.map(
    (block) => `<tr><td style="padding:0 0 20px">${htmlBlock(block, colour)}</td></tr>`,
  );
  return `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(brand)}</title>
<style>
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){.page{background:#161311!important}.sheet{background:#1f1b18!important}.ink{color:#f1ebe3!important}.muted{color:#b5aa9d!important}.line{border-color:#36302a!important}}
@media (max-width:600px){.pad{padding:28px 24px 12px!important}}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f4f0e9">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml(preheader)}${"&#847;&zwnj;&nbsp;".repeat(40)}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f4f0e9">
<tr><td align="center" style="padding:32px 12px 40px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px">
<tr><td class="ink" align="center" style="padding:0 0 24px;font:400 22px/28px ${serif};color:#211d19">${escapeHtml(brand)}</td></tr>
<tr><td class="sheet pad" style="padding:40px 44px 20px;background:#fffefb;border-radius:8px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
${rows.join("\n")}
</table>
</td></tr>
${footer ? `<tr><td class="muted" align="center" style="padding:24px 20px 0;font:400 12px/18px ${sans};color:#665e55">${lines(footer)}</td></tr>` : ""}
</table>
</td></tr>
</table>
</body>
</html>`;
}

/** The same message as plain text. */
export function mailText({ brand, blocks, footer }: Pick<Mail, "brand" | "blocks" | "footer">): string {
  const parts = [brand, ...blocks.map(textBlock)];
  if (footer) parts.push(`-- \n${footer}`);
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function htmlBlock(block: MailBlock, colour: string): string {
  switch (block.kind) {
    case "heading":
      return `<h1 class="ink" style="margin:0;font:400 28px/34px ${serif};color:#211d19">${lines(block.text)}</h1>`;
    case "paragraph":
      return paragraphs(block.text)
        .map(
          (text) =>
            `<p class="ink" style="margin:0 0 12px;font:400 16px/26px ${sans};color:#211d19">${lines(text)}</p>`,
        )
        .join("");
    case "button":
      return htmlButton(safeUrl(block.url), block.label, colour);
    case "items":
      return htmlItems(block.items);
    case "small":
      return `<p class="muted" style="margin:0;font:400 13px/20px ${sans};color:#665e55">${lines(block.text)}</p>`;
  }
}

function htmlButton(url: string, label: string, colour: string): string {
  const link = `display:inline-block;padding:14px 28px;font:500 16px/20px ${sans};color:${contrastText(colour)};text-decoration:none`;
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:4px 0"><tr><td style="background:${colour};border-radius:6px"><a href="${escapeHtml(url)}" style="${link}">${escapeHtml(label)}</a></td></tr></table>`;
}

function htmlItems(items: readonly MailItem[]): string {
  const cell = `padding:10px 0;border-top:1px solid #e4ded4;font:400 15px/22px ${sans}`;
  const rows = items.map(({ label, value }) =>
    value === undefined
      ? `<tr><td colspan="2" class="ink line" style="${cell};color:#211d19">${escapeHtml(label)}</td></tr>`
      : `<tr><td class="muted line" valign="top" style="${cell};padding-right:16px;color:#665e55">${escapeHtml(label)}</td><td class="ink line" align="right" valign="top" style="${cell};color:#211d19">${escapeHtml(value)}</td></tr>`,
  );
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">${rows.join("")}</table>`;
}

function textBlock(block: MailBlock): string {
  switch (block.kind) {
    case "button":
      return `${block.label}:\n${safeUrl(block.url)}`;
    case "items":
      return block.items
        .map(({ label, value }) => (value === undefined ? `- ${label}` : `${label}: ${value}`))
        .join("\n");
    default:
      return block.text.trim();
  }
}

function paragraphs(text: string): string[] {
  return text
    .replace(/\r\n?/g, "\n")
    .trim()
    .split(/\n{2,}/);
}

function lines(text: string): string {
  return escapeHtml(text).replace(/\n/g, "<br>");
}
