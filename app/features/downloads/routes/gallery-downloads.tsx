import { type MetaFunction, redirect } from "@remix-run/cloudflare";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { cookieHeader, readCookie } from "../../../http/cookies";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { notFound } from "../../../lib/app-error";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { CenteredLayout } from "../../../ui/layouts/centered-layout";
import { localeOfPage, useWords } from "../../../ui/locale";
import { chromeWords } from "../../../ui/messages/words";
import { Notice } from "../../../ui/notice";
import { letInto } from "../../galleries/index.server";
import { sharedPhotoPath, sharePath } from "../../galleries/paths";
import { getShownPhoto } from "../../ingest/index.server";
import { giveVisitorLink } from "../commands/give-visitor-link.server";
import { visitorForm } from "../forms";
import { visitorRefusalSentence } from "../messages/refusals";
import { downloadWords } from "../messages/words";
import { downloadPath, originalPath } from "../paths";
import { heldByVisitor, VISITOR_COOKIE_SECONDS, visitorCookie } from "../visitor-link.server";

/** Where a visitor is let in to what a gallery gives away; whoever has been let in goes straight on. */
export const loader = studioLoader({ may: "public" }, async ({ studio, params, request, context }) => {
  const key = params.key ?? "";
  const { gallery, state, viewer } = await letInto({ studio, request, context }, key);
  if (state !== "open") throw redirect(sharePath(key));
  const { download: size } = viewer.rights;
  if (size === "none") throw notFound();
  const held = await heldByVisitor(
    studio,
    { gallery, viewer },
    readCookie(visitorCookie(gallery.id), request),
  );
  if (held) throw redirect(downloadPath(held.token));
  return {
    studioName: studio.tenant.name,
    galleryName: gallery.name,
    galleryTo: sharePath(key),
    size,
    asksPin: gallery.downloadPin !== null,
    photo: new URL(request.url).searchParams.get("photo")?.slice(0, 60) ?? "",
  };
});

export const action = studioAction(
  { may: "public", form: visitorForm },
  async ({ studio, request, params, context, values, submission }) => {
    const key = params.key ?? "";
    const { gallery, viewer } = await letInto({ studio, request, context }, key);
    const shelf = { galleryId: gallery.id, seesHidden: viewer.seesHidden };
    if (values.photo !== "") await getShownPhoto(studio, shelf, values.photo);
    const cookie = visitorCookie(gallery.id);
    const held = await heldByVisitor(studio, { gallery, viewer }, readCookie(cookie, request));
    const asked = { gallery, viewer, pin: values.code, network: context.visitorNetwork };
    const given = held ? null : await giveVisitorLink(studio, asked);
    if (given && !given.ok) {
      const sentence = visitorRefusalSentence(studio.tenant, given.refusal);
      return submission.reply(
        gallery.downloadPin === null ? { formErrors: [sentence] } : { fieldErrors: { code: [sentence] } },
      );
    }
    const token = given ? given.value.token : (held?.token ?? "");
    context.setCookie(cookieHeader(cookie, token, VISITOR_COOKIE_SECONDS, request));
    if (values.photo === "") throw redirect(downloadPath(token), 303);
    if (gallery.downloadPin === null) throw redirect(originalPath(token, values.photo), 303);
    // A file would leave the browser on the page of the PIN; back at the photo, its button downloads it.
    const { opened } = downloadWords(studio.tenant.locale).visitor;
    throw redirectWithFlash(sharedPhotoPath(key, values.photo), opened, request);
  },
);

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  {
    title: `${data ? downloadWords(localeOfPage(matches)).visitor.title(data.galleryName) : ""} · ${data?.studioName}`,
  },
  { name: "robots", content: "noindex" },
];

export default function GalleryDownloads() {
  const { studioName, galleryName, galleryTo, size, asksPin, photo } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const pending = useNavigation().formAction !== undefined;
  const words = useWords(downloadWords).visitor;
  const formErrors = result?.error?.[""];
  return (
    <CenteredLayout
      brand={studioName}
      brandTo="/"
      title={words.title(galleryName)}
      description={words.text[size]}
      skipLabel={useWords(chromeWords).layout.skip}
      footer={
        <Link to={galleryTo} className="link inline-flex min-h-11 items-center">
          {words.back}
        </Link>
      }
    >
      <Form method="post" className="grid gap-6">
        {formErrors ? <Notice tone="danger">{formErrors[0]}</Notice> : null}
        <input type="hidden" name="photo" value={photo} />
        {asksPin ? (
          <TextField
            label={words.pin}
            hint={words.pinHint}
            name="code"
            inputMode="numeric"
            autoComplete="off"
            required
            maxLength={8}
            error={result?.error?.code}
          />
        ) : null}
        <Button wide size="lg" pending={pending}>
          {pending ? words.pending : words.submit}
        </Button>
      </Form>
    </CenteredLayout>
  );
}
