import type { Context } from "hono";
import { html } from "hono/html";
import { wordsLocale } from "../lib/languages";
import type { OpenRefusal } from "../tenancy/open-studio";
import { chromeWords } from "../ui/messages/words";
import type { HttpEnv } from "./hono-env";
import { localeOfVisitor } from "./visitor-language";

const statuses = { unknown: 404, suspended: 403, unavailable: 503 } as const;

/**
 * The page of a host behind which no studio can be opened. It stands alone: the pages of the product need a
 * studio, and its style comes with it.
 */
export function refusalPage(c: Context<HttpEnv>, refusal: OpenRefusal): Response | Promise<Response> {
  const status = statuses[refusal];
  const locale = c.req.path.startsWith("/api/") ? "en" : localeOfVisitor(c.req.raw, "en");
  const words = chromeWords(locale).refusals[refusal];
  c.header("Cache-Control", "no-store");
  if (status === 503) c.header("Retry-After", "60");
  if (c.req.path.startsWith("/api/")) {
    const type = { unknown: "not_found", suspended: "forbidden", unavailable: "unavailable" }[refusal];
    return c.json(
      {
        error: { type, message: words.title },
        path: c.req.path,
        requestId: c.var.requestId,
        timestamp: new Date().toISOString(),
      },
      status,
    );
  }
  return plainPage(c, status, locale, { ...words, action: { to: c.env.ROOT_ORIGIN, label: words.action } });
}

/** A page that stands alone: one title, one sentence, one way on. */
export function plainPage(
  c: Context<HttpEnv>,
  status: 403 | 404 | 429 | 503,
  locale: string,
  words: { title: string; text: string; action: { to: string; label: string } },
): Response | Promise<Response> {
  c.header("Cache-Control", "no-store");
  return c.html(
    html`<!doctype html>
      <html lang="${wordsLocale(locale)}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>${words.title}</title>
          <style nonce="${c.var.nonce}">
            :root { color-scheme: light dark; --paper: #f8f5f0; --ink: #211d19; --muted: #6b6259; }
            @media (prefers-color-scheme: dark) { :root { --paper: #161311; --ink: #f1ebe3; --muted: #b5aa9d; } }
            body { margin: 0; min-height: 100dvh; display: grid; place-items: center; background: var(--paper); color: var(--ink);
              font: 1.0625rem/1.6 ui-sans-serif, system-ui, sans-serif; }
            main { max-width: 34rem; padding: 2rem 1.5rem; text-align: center; }
            h1 { font: 400 2.25rem/1.2 Georgia, "Times New Roman", serif; margin: 0 0 1rem; }
            p { margin: 0 0 1.5rem; color: var(--muted); }
            a { color: inherit; display: inline-block; padding: 0.6rem 0; }
          </style>
        </head>
        <body>
          <main>
            <h1>${words.title}</h1>
            <p>${words.text}</p>
            <a href="${words.action.to}">${words.action.label}</a>
          </main>
        </body>
      </html>`,
    status,
  );
}
