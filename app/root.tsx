import cormorant from "@fontsource-variable/cormorant/files/cormorant-latin-wght-normal.woff2?url";
import inter from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import jost from "@fontsource-variable/jost/files/jost-latin-wght-normal.woff2?url";
import newsreader from "@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2?url";
import smallNewsreader from "@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2?url";
import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/cloudflare";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useMatches,
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

interface Face {
  href: string;
  /** The screens that ask for it, as `ui/fonts.css` says. */
  media?: string;
}

/** The faces of titles for each look that a page can have; the usual ones without a look. */
const titleFaces: Readonly<Record<string, readonly Face[]>> = {
  sans: [],
  modern: [{ href: jost }],
  classic: [{ href: cormorant }],
};

const usualTitles: readonly Face[] = [
  { href: smallNewsreader, media: "not all and (min-width: 48rem)" },
  { href: newsreader, media: "(min-width: 48rem)" },
];

/** How a page looks whose data says so in `pageLook`, with another face or scheme than the studio's other pages. */
function useLook(): { typeface?: string; theme?: string } {
  const found = useMatches().find(
    ({ data }) => typeof data === "object" && data !== null && "pageLook" in data,
  );
  return (found?.data as { pageLook?: { typeface: string; theme: string } } | undefined)?.pageLook ?? {};
}

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
  return formMethod !== undefined || pageOf(currentUrl) !== pageOf(nextUrl);
}

/** A photo that is open large over its gallery is no page of its own. */
const pageOf = ({ pathname }: URL) => pathname.replace(/^(\/g\/[^/]+)\/photos\/[^/]+$/, "$1");

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const nonce = useNonce();
  const look = useLook();
  // Fetched together with the style: what comes later is not shown.
  const faces: Face[] = [{ href: inter }, ...(titleFaces[look.typeface ?? ""] ?? usualTitles)];
  return (
    <html
      lang={wordsLocale(data?.locale ?? "en")}
      data-typeface={look.typeface}
      data-theme={look.theme}
      style={data?.accent ? ({ "--accent": data.accent } as object) : undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {faces.map(({ href, media }) => (
          <link
            key={href}
            rel="preload"
            as="font"
            type="font/woff2"
            href={href}
            media={media}
            crossOrigin="anonymous"
          />
        ))}
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
