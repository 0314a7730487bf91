import type { MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Users } from "lucide-react";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { formatMoment, type Instant } from "../../../lib/time";
import { EmptyState } from "../../../ui/empty-state";
import { useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { PageHeader } from "../../../ui/page-header";
import {
  changePersonsRole,
  type InvitationRefusal,
  mailNewLink,
  namePerson,
  revokePerson,
} from "../commands/name-person.server";
import { AddPerson } from "../components/add-person";
import { PersonRow } from "../components/person-row";
import { peopleForm } from "../forms/entry";
import { galleryWords } from "../messages/words";
import { galleryPath, galleryPeoplePath } from "../paths";
import { peopleOf } from "../people.server";
import { getGallery } from "../queries.server";

export const loader = studioLoader({ may: "galleries:write" }, async ({ studio, params }) => {
  const gallery = await getGallery(studio, params.galleryId ?? "");
  const { locale, timeZone } = studio.tenant;
  const told = (at: Instant | null) => (at === null ? null : formatMoment(at, locale, timeZone));
  const named = await peopleOf(studio, gallery.id);
  return {
    id: gallery.id,
    name: gallery.name,
    isDraft: gallery.status === "draft",
    people: named.map(({ id, email, name, role, invitedAt, seenAt, firstSeenAt, revokedAt }) => ({
      id,
      email,
      name,
      role,
      isRevoked: revokedAt !== null,
      invited: told(invitedAt),
      seen: told(seenAt ?? firstSeenAt),
    })),
  };
});

export const action = studioAction(
  { may: "galleries:write", form: peopleForm },
  async ({ studio, request, params: { galleryId = "" }, values, submission }) => {
    const words = galleryWords(studio.tenant.locale).people;
    const sentences: Record<InvitationRefusal, string> = {
      already_named: words.alreadyNamed,
      unverified: words.unverified,
      draft: words.isDraft,
    };
    const done = (sentence: string) => redirectWithFlash(galleryPeoplePath(galleryId), sentence, request);
    switch (values.intent) {
      case "add": {
        const mails = values.mail === "on";
        const named = await namePerson(studio, galleryId, { email: values.email, role: values.role, mails });
        if (!named.ok) return submission.reply({ fieldErrors: { email: [sentences[named.refusal]] } });
        const { email } = named.value;
        throw done(mails ? words.addedMailed(email) : words.added(email));
      }
      case "role": {
        const change = { personId: values.person, role: values.role };
        throw done(words.changed((await changePersonsRole(studio, galleryId, change)).email));
      }
      case "mail": {
        const mailed = await mailNewLink(studio, galleryId, values.person);
        if (!mailed.ok) return submission.reply({ formErrors: [sentences[mailed.refusal]] });
        throw done(words.mailed(mailed.value.email));
      }
      case "revoke":
        throw done(words.taken((await revokePerson(studio, galleryId, values.person)).email));
    }
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${galleryWords("en").people.title} · ${data?.name}` },
];

export default function GalleryPeople() {
  const { id, name, isDraft, people } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const words = useWords(galleryWords).people;
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.description}
        back={{ to: galleryPath(id), label: name }}
      />
      <div className="grid max-w-3xl gap-10">
        {isDraft ? <Notice>{words.draft}</Notice> : null}
        {result?.error?.[""] ? <Notice tone="danger">{result.error[""][0]}</Notice> : null}
        {people.length === 0 ? (
          <EmptyState title={words.empty} description={words.emptyText} icon={<Users aria-hidden="true" />} />
        ) : (
          <ul className="divide-line border-line divide-y border-y">
            {people.map((person) => (
              <PersonRow key={person.id} person={person} />
            ))}
          </ul>
        )}
        <AddPerson result={result} mails={!isDraft} />
      </div>
    </>
  );
}
