import { json, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { cookieHeader } from "../../../http/cookies";
import { studioLoader } from "../../../http/studio-route";
import { LinkButton } from "../../../ui/button";
import { CenteredLayout } from "../../../ui/layouts/centered-layout";
import { useWords } from "../../../ui/locale";
import { chromeWords } from "../../../ui/messages/words";
import { acceptHandOver, SIGN_IN_COOKIE, SIGN_IN_COOKIE_SECONDS } from "../../account/index.server";
import { signInPath } from "../../account/paths";
import { setupPath } from "../../studio/paths";
import { signupWords } from "../messages/words";

const GONE = 410;

/** Signs a new owner in with the token that the platform's host handed over. */
export const loader = studioLoader({ may: "public" }, async ({ studio, request, context }) => {
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const { from } = studio.actor;
  // A HEAD request, as programs that look at links send it, must not use the token up.
  const secret = request.method === "GET" && from ? await acceptHandOver(studio, token, from) : null;
  if (secret === null) return json({ studioName: studio.tenant.name }, GONE);
  context.setCookie(cookieHeader(SIGN_IN_COOKIE, secret, SIGN_IN_COOKIE_SECONDS, request));
  throw redirect(setupPath, 303);
});

export const meta: MetaFunction = () => [
  { title: signupWords("en").welcome.title },
  { name: "robots", content: "noindex" },
];

export default function Welcome() {
  const { studioName } = useLoaderData<typeof loader>();
  const words = useWords(signupWords).welcome;
  return (
    <CenteredLayout
      brand={studioName}
      brandTo="/"
      title={words.refusedTitle}
      description={words.refusedText}
      skipLabel={useWords(chromeWords).layout.skip}
    >
      <LinkButton to={signInPath} size="lg" wide>
        {words.signIn}
      </LinkButton>
    </CenteredLayout>
  );
}
