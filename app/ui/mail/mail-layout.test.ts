import { describe, expect, it } from "vitest";
import { button, heading, itemList, mailHtml, mailText, paragraph, smallPrint } from "./mail-layout";
import { contrastText, safeColour } from "./mail-safety";

const hostile = `<img src=x onerror="alert('1')">&`;
const mail = {
  brand: hostile,
  accent: `red;"><script>`,
  preheader: hostile,
  footer: hostile,
  lang: `en"><script>`,
  blocks: [
    heading(hostile),
    paragraph(`${hostile}\n\nsecond`),
    button('https://studio.example/?a=1&b="2"', hostile),
    itemList([{ label: hostile, value: hostile }, { label: hostile }]),
    smallPrint(hostile),
  ],
};

describe("mail layout", () => {
  it("escapes every word wherever it stands", () => {
    const html = mailHtml(mail);
    expect(html).not.toContain("<img");
    expect(html).not.toContain("<script");
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;");
    expect(html).toContain('href="https://studio.example/?a=1&amp;b=%222%22"');
  });

  it("falls back to ink when the accent is not a hex colour", () => {
    expect(mailHtml(mail)).toContain("background:#211d19");
    expect(safeColour("#abc")).toBe("#aabbcc");
  });

  it("refuses to link to anything but the web and mail addresses", () => {
    expect(() => mailHtml({ ...mail, blocks: [button("javascript:alert(1)", "x")] })).toThrow(TypeError);
    expect(() => mailText({ ...mail, blocks: [button("data:text/html,x", "x")] })).toThrow(TypeError);
  });

  it("picks a readable text colour for the button", () => {
    expect(contrastText("#ffd400")).toBe("#211d19");
    expect(contrastText("#1c2a5a")).toBe("#ffffff");
  });

  it("says the same as plain text, with its markup untouched", () => {
    const text = mailText({
      brand: "Studio",
      blocks: [
        paragraph("Dear <Anna>"),
        itemList([{ label: "Code", value: "4821" }, { label: "Rings" }]),
        button("https://studio.example/g", "View"),
      ],
      footer: "Bilbao",
    });
    expect(text).toBe(
      "Studio\n\nDear <Anna>\n\nCode: 4821\n- Rings\n\nView:\nhttps://studio.example/g\n\n-- \nBilbao\n",
    );
  });
});
