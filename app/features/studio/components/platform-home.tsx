import { LinkButton } from "../../../ui/button";
import { PlatformLayout } from "../../../ui/layouts/platform-layout";
import { useWords } from "../../../ui/locale";
import { chromeWords } from "../../../ui/messages/words";
import { startPath } from "../../signup/paths";
import { studioWords } from "../messages/words";

/** The platform's own site: what Safelight is, how to start, and on a person's own machine the studios to look at. */
export function PlatformHome({ studios }: { studios: { slug: string; name: string; origin: string }[] }) {
  const words = useWords(studioWords).platform;
  const { skip } = useWords(chromeWords).layout;
  return (
    <PlatformLayout
      name={words.name}
      homeTo="/"
      navLabel={words.nav}
      skipLabel={skip}
      footer={words.footer}
      actions={<LinkButton to={startPath}>{words.start}</LinkButton>}
    >
      <section className="page-width pt-[9dvh] pb-[8dvh]">
        <h1 className="text-display max-w-4xl font-serif text-balance">{words.headline}</h1>
        <p className="text-muted mt-7 max-w-2xl text-lg text-pretty">{words.lead}</p>
        <p className="mt-9 flex flex-wrap items-center gap-x-5 gap-y-3">
          <LinkButton to={startPath} size="lg">
            {words.start}
          </LinkButton>
          <span className="text-muted text-sm">{words.startHint}</span>
        </p>
      </section>
      <div className="page-width">
        <img
          src="/example/lake.jpg"
          alt=""
          width={1280}
          height={533}
          className="bg-sunken aspect-[5/2] w-full rounded-xs object-cover"
        />
      </div>
      <section className="page-width grid gap-x-12 gap-y-10 py-20 sm:grid-cols-2">
        {words.points.map((point) => (
          <div key={point.title}>
            <h2 className="font-serif text-xl">{point.title}</h2>
            <p className="text-muted mt-2 max-w-md">{point.text}</p>
          </div>
        ))}
      </section>
      {studios.length > 0 ? <LocalStudios studios={studios} /> : null}
    </PlatformLayout>
  );
}

function LocalStudios({ studios }: { studios: { slug: string; name: string; origin: string }[] }) {
  const words = useWords(studioWords).platform;
  return (
    <section className="border-line border-y" aria-labelledby="studios">
      <div className="page-width py-14">
        <h2 id="studios" className="font-serif text-2xl">
          {words.demoTitle}
        </h2>
        <p className="text-muted mt-2">{words.demoText}</p>
        <ul className="mt-8 grid gap-6 sm:grid-cols-2">
          {studios.map((studio) => (
            <li
              key={studio.slug}
              className="border-line bg-surface flex flex-col gap-1 rounded-md border p-7"
            >
              <h3 className="font-serif text-2xl">{studio.name}</h3>
              <p className="text-muted text-sm">{new URL(studio.origin).host}</p>
              <p className="mt-4 flex flex-wrap gap-x-6">
                <a href={studio.origin} className="link inline-flex min-h-11 items-center">
                  {words.visit}
                  <span className="sr-only">: {studio.name}</span>
                </a>
                <a href={`${studio.origin}/sign-in`} className="link inline-flex min-h-11 items-center">
                  {words.signIn}
                  <span className="sr-only">: {studio.name}</span>
                </a>
              </p>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
