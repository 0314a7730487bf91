import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { LinkButton } from "../../../ui/button";
import { PlatformLayout } from "../../../ui/layouts/platform-layout";
import { useWords } from "../../../ui/locale";
import { MessagePage } from "../../../ui/message-page";
import { chromeWords } from "../../../ui/messages/words";
import { signupWords } from "../messages/words";
import { waitingPath } from "../paths";

export async function loader({ context }: LoaderFunctionArgs) {
  if (context.studio) throw redirect(context.env.ROOT_ORIGIN + waitingPath);
  return null;
}

export const meta: MetaFunction = () => [
  { title: `${signupWords("en").waiting.title} · Safelight` },
  { name: "robots", content: "noindex" },
];

/** What somebody sees for whom there was no database left. */
export default function Waiting() {
  const { platform, start, waiting } = useWords(signupWords);
  const { skip } = useWords(chromeWords).layout;
  return (
    <PlatformLayout name={platform} homeTo="/" navLabel={start.nav} skipLabel={skip}>
      <MessagePage
        landmark={false}
        eyebrow={waiting.title}
        title={waiting.headline}
        actions={<LinkButton to="/">{waiting.home}</LinkButton>}
      >
        <p>{waiting.text}</p>
        <p>{waiting.next}</p>
      </MessagePage>
    </PlatformLayout>
  );
}
