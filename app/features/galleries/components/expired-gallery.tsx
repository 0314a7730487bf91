import { LinkButton } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { expiryWords } from "../messages/expiry-words";
import type { ToldExpired } from "../model/expiry";

export interface ExpiredGalleryProps extends ToldExpired {
  name: string;
  studioName: string;
}

/** What stands in the place of a gallery that has closed: until when it was open, and what can be done now. */
export function ExpiredGallery(props: ExpiredGalleryProps) {
  const { name, studioName, expiredOn, reopen, ordersTo, contact } = props;
  const { expired: words } = useWords(expiryWords);
  return (
    <div className="page-width grid min-h-[70dvh] content-center justify-items-center py-16 text-center sm:py-24">
      <p className="eyebrow mb-5">{name}</p>
      <h1 className="text-display max-w-3xl tracking-[-0.02em] text-balance">{words.title}</h1>
      <p className="text-muted mt-6 max-w-lg text-lg text-balance">{words.text(expiredOn)}</p>
      {reopen ? (
        <section aria-labelledby="reopen" className="mt-10 grid w-full max-w-lg justify-items-center gap-5">
          <h2 id="reopen" className="sr-only">
            {words.reopenTitle}
          </h2>
          <p className="text-balance">{words.reopenText(reopen.days)}</p>
          <LinkButton to={reopen.to} size="lg" className="max-sm:w-full">
            {reopen.price === null ? words.reopenFree : words.reopen(reopen.price)}
          </LinkButton>
        </section>
      ) : null}
      <div className="border-line text-muted mt-14 grid w-full max-w-lg gap-6 border-t pt-8">
        <p>
          {words.bought}{" "}
          <a href={ordersTo} className="link inline-flex min-h-6 items-center pointer-coarse:min-h-11">
            {words.toBought}
          </a>
        </p>
        <div>
          <p>{words.contact(studioName)}</p>
          <p className="mt-2 flex flex-wrap items-center justify-center gap-x-5">
            {contact?.email ? (
              <ContactLink href={`mailto:${contact.email}`}>{contact.email}</ContactLink>
            ) : null}
            {contact?.phone ? <ContactLink href={`tel:${contact.phone}`}>{contact.phone}</ContactLink> : null}
            <ContactLink href="/">{words.home(studioName)}</ContactLink>
          </p>
        </div>
      </div>
    </div>
  );
}

function ContactLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className="link inline-flex min-h-11 items-center break-all">
      {children}
    </a>
  );
}
