import inter from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import newsreader from "@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2?url";
import { json, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/cloudflare";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { languagePath } from "./features/studio/paths";
import { takeFlash } from "./http/flash";
import { wordsLocale } from "./lib/languages";
import { Button, LinkButton } from "./ui/button";
import { FlashMessage } from "./ui/flash-message";
import { LanguageSwitchContext } from "./ui/language-switch";
import { LocaleContext } from "./ui/locale";
import { MessagePage } from "./ui/message-page";
import { chromeWords } from "./ui/messages/words";
import { useNonce } from "./ui/nonce";
import "./ui/tokens.css";

export function loader({ context, request }: LoaderFunctionArgs) {
  const flash = takeFlash(request);
  if (flash) context.setCookie(flash.clear);
  const tenant = context.studio?.tenant;
  return json({
    locale: tenant?.locale ?? "en",
    choosesLanguage: context.studio?.visitorLocale != null,
    name: tenant?.name ?? "Safelight",
    accent: tenant?.accent ?? null,
    flash: flash?.sentence ?? null,
    requestId: context.requestId,
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.name ?? "Safelight" }];

/** The fonts every page is set in, fetched together with its style: what comes later is not shown. */
export const links: LinksFunction = () =>
  [inter, newsreader].map((href) => ({
    rel: "preload",
    as: "font",
    type: "font/woff2",
    href,
    crossOrigin: "anonymous",
  }));

/** Every page loads it anew only when something was changed, for the flash. */
export function shouldRevalidate({
  formMethod,
  currentUrl,
  nextUrl,
}: {
  formMethod?: string;
  currentUrl: URL;
  nextUrl: URL;
}) {
  return formMethod !== undefined || currentUrl.pathname !== nextUrl.pathname;
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const nonce = useNonce();
  return (
    <html
      lang={wordsLocale(data?.locale ?? "en")}
      style={data?.accent ? ({ "--accent": data.accent } as object) : undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <LocaleContext.Provider value={data?.locale ?? "en"}>
          <LanguageSwitchContext.Provider value={data?.choosesLanguage ? languagePath : null}>
            {children}
          </LanguageSwitchContext.Provider>
        </LocaleContext.Provider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  const { flash, requestId } = useLoaderData<typeof loader>();
  return (
    <>
      <Outlet />
      {flash ? <FlashMessage key={requestId} text={flash} /> : null}
    </>
  );
}

/** The one place where errors speak to a person. */
export function ErrorBoundary() {
  const error = useRouteError();
  const data = useRouteLoaderData<typeof loader>("root");
  const words = chromeWords(data?.locale ?? "en").errors;
  const home = <LinkButton to="/">{words.toHome}</LinkButton>;
  if (!isRouteErrorResponse(error)) {
    return (
      <MessagePage title={words.brokenTitle} actions={<AgainButton label={words.again} />}>
        <p>{words.brokenText}</p>
        {data ? <p className="text-sm">{words.reference(data.requestId)}</p> : null}
      </MessagePage>
    );
  }
  const titles: Record<number, string> = {
    403: words.forbiddenTitle,
    404: words.notFoundTitle,
    410: words.goneTitle,
  };
  const text = error.status === 404 ? words.notFoundText : String(error.data || words.brokenText);
  return (
    <MessagePage title={titles[error.status] ?? words.otherTitle} actions={home}>
      <p>{text}</p>
    </MessagePage>
  );
}

function AgainButton({ label }: { label: string }) {
  return (
    <Button type="button" onClick={() => window.location.reload()}>
      {label}
    </Button>
  );
}
