import { PlatformLayout } from "../../../ui/layouts/platform-layout";
import { useWords } from "../../../ui/locale";
import { chromeWords } from "../../../ui/messages/words";
import { studioWords } from "../messages/words";

/** The platform's own site: what Safelight is, and the studios to look at. */
export function PlatformHome({ studios }: { studios: { slug: string; name: string; origin: string }[] }) {
  const words = useWords(studioWords).platform;
  const { skip } = useWords(chromeWords).layout;
  return (
    <PlatformLayout name={words.name} homeTo="/" navLabel={words.nav} skipLabel={skip} footer={words.footer}>
      <section className="page-width pt-[12dvh] pb-[10dvh]">
        <h1 className="text-display max-w-4xl font-serif text-balance">{words.headline}</h1>
        <p className="text-muted mt-7 max-w-2xl text-lg text-pretty">{words.lead}</p>
      </section>
      <section className="border-line border-y" aria-labelledby="studios">
        <div className="page-width py-14">
          <h2 id="studios" className="font-serif text-2xl">
            {words.demoTitle}
          </h2>
          <p className="text-muted mt-2">{studios.length > 0 ? words.demoText : words.noStudios}</p>
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
      <section className="page-width grid gap-x-12 gap-y-10 py-20 sm:grid-cols-2">
        {words.points.map((point) => (
          <div key={point.title}>
            <h2 className="font-serif text-xl">{point.title}</h2>
            <p className="text-muted mt-2 max-w-md">{point.text}</p>
          </div>
        ))}
      </section>
    </PlatformLayout>
  );
}
