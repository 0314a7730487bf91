import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "../../../http/read-form";
import { orResponse } from "../../../http/studio-route";
import { errorFields, log } from "../../../lib/log";
import { regionOptions } from "../../../lib/region-options";
import { PlatformLayout } from "../../../ui/layouts/platform-layout";
import { useWords } from "../../../ui/locale";
import { chromeWords } from "../../../ui/messages/words";
import { deviceOf } from "../../account/index.server";
import { type SignUpRefusal, signUp } from "../commands/sign-up.server";
import { StartForm } from "../components/start-form";
import { type SignUp, signUpForm } from "../forms";
import { guessRegion } from "../guess-region.server";
import { signupWords } from "../messages/words";
import { startPath, waitingPath } from "../paths";

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  if (context.studio) throw redirect(context.env.ROOT_ORIGIN + startPath);
  const guess = guessRegion(request);
  return {
    guess,
    options: regionOptions("en", guess),
    rootHost: new URL(context.env.ROOT_ORIGIN).host,
    wish: {
      name: (searchParams.get("name") ?? "").slice(0, 80),
      slug: (searchParams.get("slug") ?? "").slice(0, 40),
    },
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  if (context.studio) throw redirect(context.env.ROOT_ORIGIN + startPath, 303);
  return orResponse(async () => {
    const submission = await readForm(request, signUpForm);
    if (submission.status !== "success") return submission.reply();
    const from = { network: context.visitorNetwork, device: deviceOf(request) };
    const words = signupWords("en").start;
    const made = await signUp(context.env, submission.value, from).catch((error: unknown) => {
      log("error", "a sign-up failed", { requestId: context.requestId, ...errorFields(error) });
      return null;
    });
    if (made === null) return submission.reply({ formErrors: [words.failed] });
    if (made.ok) throw redirect(made.value.url, 303);
    if (made.refusal.reason === "waiting") throw redirect(waitingPath, 303);
    return submission.reply(sentence(made.refusal, submission.value));
  });
}

function sentence(
  refusal: Exclude<SignUpRefusal, { reason: "waiting" }>,
  { slug, timeZone, locale }: SignUp,
): { formErrors: string[] } | { fieldErrors: { slug: string[] } } {
  const words = signupWords("en").start;
  if (refusal.reason === "too_many") {
    const time = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone }).format(refusal.until);
    return { formErrors: [words.tooMany(time)] };
  }
  const said = words.states[refusal.state](slug || words.noSlug);
  const { suggestions } = refusal;
  return {
    fieldErrors: {
      slug: suggestions.length > 0 ? [said, words.trySuggested(suggestions.join(", "))] : [said],
    },
  };
}

export const meta: MetaFunction = () => {
  const words = signupWords("en").start;
  return [{ title: `${words.title} · Safelight` }, { name: "description", content: words.description }];
};

export default function Start() {
  const data = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const words = useWords(signupWords);
  const { skip } = useWords(chromeWords).layout;
  return (
    <PlatformLayout
      name={words.platform}
      homeTo="/"
      navLabel={words.start.nav}
      skipLabel={skip}
      footer={words.platform}
    >
      <div className="page-width grid gap-x-20 gap-y-14 pt-[5dvh] lg:grid-cols-[minmax(0,1fr)_minmax(0,30rem)] lg:pt-[8dvh]">
        <div className="lg:self-start">
          <h1 className="text-display text-balance">{words.start.headline}</h1>
          <p className="text-muted mt-6 max-w-md text-lg">{words.start.lead}</p>
          <img
            src="/example/first-light.jpg"
            alt=""
            width={1280}
            height={853}
            className="bg-sunken mt-10 hidden aspect-[8/5] w-full max-w-xl rounded-xs object-cover lg:block"
          />
          <ul className="border-line mt-10 hidden max-w-xl border-t lg:block">
            {words.start.promise.map((promise) => (
              <li key={promise.title} className="border-line border-b py-4">
                <h2 className="text-xl">{promise.title}</h2>
                <p className="text-muted mt-1">{promise.text}</p>
              </li>
            ))}
          </ul>
        </div>
        <StartForm {...data} result={result} />
      </div>
    </PlatformLayout>
  );
}
