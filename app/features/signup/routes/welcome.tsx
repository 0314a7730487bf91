import { json, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { studioLoader } from "../../../http/studio-route";
import { LinkButton } from "../../../ui/button";
import { CenteredLayout } from "../../../ui/layouts/centered-layout";
import { useWords } from "../../../ui/locale";
import { chromeWords } from "../../../ui/messages/words";
import { acceptHandOver, deviceMarkOf, giveSignIn } from "../../account/index.server";
import { signInPath } from "../../account/paths";
import { setupPath } from "../../studio/paths";
import { signupWords } from "../messages/words";

const GONE = 410;

/** Signs a new owner in with the token that the platform's host handed over. */
export const loader = studioLoader({ may: "public" }, async ({ studio, request, context }) => {
  const token = new URL(request.url).searchParams.get("token") ?? "";
  // A HEAD request, as programs that look at links send it, must not use the token up.
  const deviceMark = deviceMarkOf(request);
  const started = request.method === "GET" ? await acceptHandOver(studio, { token, deviceMark }) : null;
  if (!started) return json({ studioName: studio.tenant.name }, GONE);
  giveSignIn(started, request, context.setCookie);
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
