/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import { Page } from "./layout";
import { showPage } from "./show-page";

/** The answer to every address that leads nowhere: JSON for programs, a page for people. */
export function showMissing(c: Context) {
  if (c.req.path.startsWith("/_sandbox/")) {
    return c.json({ error: { type: "missing", message: "There is nothing at this address." } }, 404);
  }
  return showPage(
    c,
    <Page title="Nothing here" current="">
      <h1>Nothing here</h1>
      <p class="lead">
        This address leads nowhere. What you look for may have been made on another machine, or before the
        sandbox was reset.
      </p>
      <p>
        <a href="/">To the start page</a>
      </p>
    </Page>,
    404,
  );
}
