import { Link } from "@remix-run/react";
import { useEffect, useState } from "react";
import { Button, LinkButton } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { favouritesWords } from "../messages/words";
import { favouritesPath } from "../paths";
import { countText } from "./choice-counts";
import type { Favourites } from "./use-favourites";

/** The form to which every control on a photo belongs before JavaScript arrives. */
export const CHOOSING_FORM = "choosing";

export function ChoosingForm({ galleryKey, listId }: { galleryKey: string; listId: string | null }) {
  return (
    <form id={CHOOSING_FORM} method="post" action={favouritesPath(galleryKey)} className="hidden">
      <input type="hidden" name="intent" value="set" />
      {listId ? <input type="hidden" name="list" value={listId} /> : null}
    </form>
  );
}

/**
 * How far the current list is, and the way to finish it; there once something is chosen. It stays at the foot of the
 * screen while the photos are on it, and lies on no cover.
 */
export function FavouritesBar({ galleryKey, favourites }: { galleryKey: string; favourites: Favourites }) {
  const { rules, list, lists, chooser, waiting, isStuck, askName, switchTo } = favourites;
  const words = useWords(favouritesWords);
  if (!list) return null;
  const isEmpty = list.chosen + list.rejected + list.labelled === 0;
  if (isEmpty && lists.length < 2 && waiting === 0 && !list.isFinished) return null;
  const others = lists.length > 1;
  const extras = rules.picks === null ? 0 : Math.max(0, list.chosen - rules.picks);
  return (
    <section
      aria-label={words.bar.label}
      data-favourites-bar=""
      className="border-line bg-surface shadow-raised sticky bottom-3 z-20 mx-auto mt-10 flex w-fit max-w-[calc(100vw-1.5rem)] flex-wrap items-center gap-x-4 gap-y-1 rounded-xl border py-1.5 ps-5 pe-2 [body:has([data-buy-bar=open])_&]:hidden"
    >
      {others ? (
        <label className="min-w-0">
          <span className="sr-only">{words.bar.list}</span>
          <select
            value={list.id}
            onChange={(event) => switchTo(event.target.value)}
            className="min-h-11 max-w-40 truncate bg-transparent text-sm"
          >
            {lists.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <p className="text-sm font-medium tabular-nums">
        <span aria-live="polite">
          {countText(words.counts, rules, list)}
          {extras > 0 && rules.extraPrice !== null ? (
            <span className="text-muted block text-xs font-normal">
              {words.counts.extras(extras, rules.extraPrice)}
            </span>
          ) : null}
        </span>
        {isStuck ? (
          <span role="status" className="text-muted block text-xs font-normal">
            {words.bar.waiting(waiting)}
          </span>
        ) : null}
      </p>
      {chooser ? (
        <span className="flex items-center gap-1">
          {list.isFinished ? (
            <Link
              to={favouritesPath(galleryKey)}
              className="link inline-flex min-h-11 items-center px-3 text-sm"
            >
              {words.bar.isFinished}
            </Link>
          ) : (
            <LinkButton to={favouritesPath(galleryKey)} size="sm" className="min-h-11">
              {words.bar.finished}
            </LinkButton>
          )}
        </span>
      ) : (
        <Button type="button" size="sm" className="min-h-11" onClick={() => askName(true)}>
          {words.bar.tellNameButton}
        </Button>
      )}
    </section>
  );
}

const NOTICE_MS = 6000;

/** One sentence about what could not be done, for a while, above everything. */
export function ChoiceNoticeLine({ favourites: { notice, rules } }: { favourites: Favourites }) {
  const words = useWords(favouritesWords);
  const [gone, setGone] = useState<number | null>(null);
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => setGone(notice.at), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  const text = notice && notice.at !== gone ? sentence(notice.what) : null;
  function sentence(what: NonNullable<typeof notice>["what"]): string | null {
    if (what === "welcome") return words.name.welcome;
    if (what === "limit" && rules.picks !== null) return words.refusals.limitOf(rules.picks);
    return what === "name" ? null : words.refusals[what];
  }
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-24 z-[70] flex justify-center px-4 [body:has([aria-modal=true])_&]:bottom-44"
    >
      {text ? (
        <p className="bg-ink text-paper shadow-raised max-w-md rounded-lg px-5 py-3 text-sm">{text}</p>
      ) : null}
    </div>
  );
}
