/** @jsxImportSource hono/jsx */
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { STYLE } from "./style";

const NAVIGATION = [
  { path: "/payments", label: "Payments" },
  { path: "/events", label: "Webhooks" },
  { path: "/faults", label: "Faults" },
  { path: "/mailbox", label: "Mailbox" },
  { path: "/clock", label: "Clock" },
];

/** The HTML document around every page. */
export function Document({ title, children }: { title: string; children: Child }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <style>{raw(STYLE)}</style>
      </head>
      <body>{children}</body>
    </html>
  );
}

/** A page of the sandbox itself, with its navigation. @param current the path of the section it belongs to. */
export function Page({ title, current, children }: { title: string; current: string; children: Child }) {
  return (
    <Document title={`${title} · Sandbox`}>
      <header class="top">
        <a class="brand" href="/">
          Sandbox
        </a>
        <nav aria-label="Sandbox">
          {NAVIGATION.map(({ path, label }) => (
            <a key={path} href={path} aria-current={path === current ? "page" : undefined}>
              {label}
            </a>
          ))}
        </nav>
      </header>
      <main>{children}</main>
    </Document>
  );
}
