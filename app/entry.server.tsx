import type { AppLoadContext, EntryContext } from "@remix-run/cloudflare";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToReadableStream } from "react-dom/server";
import { errorFields, log } from "./lib/log";
import { NonceContext } from "./ui/nonce";

const ABORT_AFTER_MS = 5000;

/** Streams a page; crawlers get it whole. */
export default async function handleRequest(
  request: Request,
  responseStatus: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, requestId }: AppLoadContext,
): Promise<Response> {
  let status = responseStatus;
  const body = await renderToReadableStream(
    <NonceContext.Provider value={nonce}>
      <RemixServer context={remixContext} url={request.url} abortDelay={ABORT_AFTER_MS} nonce={nonce} />
    </NonceContext.Provider>,
    {
      nonce,
      signal: request.signal,
      onError(error) {
        status = 500;
        log("error", "a page could not be rendered", { requestId, ...errorFields(error) });
      },
    },
  );
  if (isbot(request.headers.get("user-agent") ?? "")) await body.allReady;
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(body, { headers, status });
}

/** Called by Remix for what a loader or action did not expect, and for a method that no page has, which is no failure. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void {
  // An address or a method that no route has is the asker's mistake.
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  log("error", "a page failed", {
    requestId: context.requestId,
    studioId: context.studio?.tenant.id,
    ...errorFields(error),
  });
}
