import type { MetaFunction } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { Button } from "../../../ui/button";
import { EmptyState } from "../../../ui/empty-state";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { Pagination } from "../../../ui/pagination";
import { arrangementOf } from "../arrange.server";
import { arrangeGallery } from "../commands/arrange-gallery.server";
import { PhotoPicker } from "../components/arrange/photo-picker";
import { SectionNav } from "../components/arrange/section-nav";
import { SectionSettings } from "../components/arrange/section-settings";
import { PlainSelect } from "../components/plain-select";
import { type ArrangeValues, arrangeForm } from "../forms/arrange";
import { workspaceWords } from "../messages/workspace-words";
import { photoOrders } from "../model/sections";
import { arrangePath, galleryPath } from "../paths";

export const loader = studioLoader({ may: "galleries:write" }, ({ studio, params, request }) => {
  const query = new URL(request.url).searchParams;
  return arrangementOf(studio, params.galleryId ?? "", {
    sectionId: query.get("section"),
    cursor: query.get("cursor") ?? undefined,
  });
});

export const action = studioAction(
  { may: "galleries:write", form: arrangeForm },
  async ({ studio, request, params: { galleryId = "" }, values, submission }) => {
    const words = workspaceWords(studio.tenant.locale).arrange;
    const done = await arrangeGallery(studio, galleryId, values);
    if (!done.ok) {
      const fieldErrors: Record<string, string[]> =
        done.refusal === "too_many" ? { name: [words.tooMany] } : { prices: [words.noSuchList] };
      return submission.reply({ fieldErrors });
    }
    const { count, section = new URL(request.url).searchParams.get("section") } = done.value;
    const to = arrangePath(galleryId) + (section === null ? "" : `?section=${encodeURIComponent(section)}`);
    throw redirectWithFlash(to, sentenceOf(values, count, words.done), request);
  },
);

type Done = ReturnType<typeof workspaceWords>["arrange"]["done"];

function sentenceOf({ intent }: ArrangeValues, count: number, words: Done): string {
  if (intent === "before" && count === 0) return words.targetGone;
  const sentence = words[intent === "first" || intent === "last" || intent === "before" ? "place" : intent];
  return typeof sentence === "string" ? sentence : sentence(count);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${workspaceWords("en").arrange.title} · ${data?.name}` },
];

export default function Arrange() {
  const gallery = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const words = useWords(workspaceWords).arrange;
  const { section, sections } = gallery;
  const asked = result?.initialValue?.intent;
  const errors = (intent: string) => (asked === intent ? result?.error : null);
  const targets = [{ id: null, name: words.before }, ...sections].filter(
    ({ id }) => id !== (section?.id ?? null),
  );
  const here = section ? `?section=${section.id}` : "?";
  return (
    <>
      <PageHeader title={words.title} back={{ to: galleryPath(gallery.id), label: gallery.name }} />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[16rem_minmax(0,1fr)]">
        <SectionNav
          galleryId={gallery.id}
          current={section?.id ?? null}
          sections={sections}
          before={gallery.before}
          error={errors("add")?.name}
        />
        <section aria-labelledby="open-section" className="min-w-0">
          <div className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
            <h2 id="open-section" className="min-w-0 text-2xl break-words">
              {section?.name ?? words.before}
            </h2>
            {gallery.photos.length > 1 ? (
              <Form method="post" className="flex items-center gap-2" preventScrollReset>
                {section ? <input type="hidden" name="section" value={section.id} /> : null}
                <label htmlFor="by" className="text-muted text-sm">
                  {words.sort}
                </label>
                <PlainSelect
                  id="by"
                  name="by"
                  className="min-h-9 w-40 py-1 text-sm"
                  options={photoOrders.map((order) => ({ value: order, label: words.orders[order] }))}
                />
                <Button name="intent" value="sort" variant="secondary" size="sm">
                  {words.sortDo}
                </Button>
              </Form>
            ) : null}
          </div>
          {section ? (
            <div className="mb-6">
              <SectionSettings
                key={section.id}
                section={section}
                lists={gallery.lists}
                errors={errors("save")}
              />
            </div>
          ) : null}
          {gallery.photos.length === 0 ? (
            <EmptyState title={words.empty} description={words.emptyText} />
          ) : (
            <PhotoPicker
              photos={gallery.photos}
              targets={targets}
              coverPhotoId={gallery.coverPhotoId}
              error={result?.error?.photo}
              shift={{ typed: String(result?.initialValue?.shift ?? ""), error: errors("shift")?.shift }}
            />
          )}
          <Pagination
            label={words.pages}
            more={
              gallery.nextCursor ? { to: `${here}&cursor=${gallery.nextCursor}`, label: words.more } : null
            }
            first={gallery.isFirst ? null : { to: here, label: words.firstPage }}
          />
        </section>
      </div>
    </>
  );
}
