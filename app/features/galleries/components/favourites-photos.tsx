import { Form, Link } from "@remix-run/react";
import { Button } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { Pagination } from "../../../ui/pagination";
import { TextArea } from "../../../ui/text-area";
import { renditionSize } from "../../ingest/model";
import { gridSrcSet, renditionPath } from "../../ingest/paths";
import { picksWords } from "../messages/picks-words";
import { favouritesWords } from "../messages/words";
import { labelSetting, markSetting } from "../model/choice-setting";
import {
  type ChoosingRules,
  type FavouritesList,
  type Label,
  LONGEST_COMMENT,
  type Mark,
} from "../model/favourites";
import { sharedPhotoPath } from "../paths";
import { LabelDot } from "./label-dot";

interface ListedPhoto {
  id: string;
  filename: string;
  version: number;
  width: number;
  height: number;
  mark: Mark | null;
  label: Label | null;
  comment: string;
}

export interface ListPhotosProps {
  page: {
    key: string;
    list: FavouritesList;
    rules: ChoosingRules;
    photos: readonly ListedPhoto[];
    offset: number;
    next: number | null;
  };
  errors: Record<string, string[] | null>;
}

/** The photos of a list, each with what was said of it and the way to take it out. */
export function ListPhotos({ page: { key, list, rules, photos, offset, next }, errors }: ListPhotosProps) {
  const words = useWords(favouritesWords).page;
  if (photos.length === 0) return <p className="text-muted text-lg">{words.none[rules.mode]}</p>;
  return (
    <>
      <ul
        aria-label={words.photos}
        className="grid grid-cols-2 gap-x-5 gap-y-9 sm:grid-cols-3 lg:grid-cols-4"
      >
        {photos.map((photo) => (
          <li key={photo.id} className="min-w-0">
            <Picture photo={photo} to={sharedPhotoPath(key, photo.id)} />
            <Said photo={photo} list={list} errors={errors} />
          </li>
        ))}
      </ul>
      <Pagination
        label={words.pages}
        more={next === null ? null : { to: `?list=${list.id}&from=${next}`, label: words.morePhotos }}
        first={offset === 0 ? null : { to: `?list=${list.id}`, label: words.firstPhotos }}
      />
    </>
  );
}

function Picture({ photo, to }: { photo: ListedPhoto; to: string }) {
  const widths = { thumb: renditionSize(photo, "thumb").width, grid: renditionSize(photo, "grid").width };
  return (
    <Link to={to} className="bg-sunken block overflow-hidden rounded-xs">
      <img
        src={renditionPath(photo, "thumb")}
        srcSet={gridSrcSet(photo, widths)}
        sizes="(min-width: 64rem) 20rem, (min-width: 40rem) 30vw, 45vw"
        alt={photo.filename}
        width={photo.width}
        height={photo.height}
        loading="lazy"
        className={`aspect-square w-full object-contain ${photo.mark === "rejected" ? "opacity-45" : ""}`}
      />
    </Link>
  );
}

function Said({
  photo: { id, filename, mark, label, comment },
  list,
  errors,
}: {
  photo: ListedPhoto;
  list: FavouritesList;
  errors: Record<string, string[] | null>;
}) {
  const words = useWords(favouritesWords);
  const { marks, labels } = useWords(picksWords);
  const out = label === null ? markSetting(id, null) : labelSetting(id, null);
  return (
    <>
      <p className="mt-2 flex min-h-7 items-center gap-2 text-sm">
        {label === null ? null : <LabelDot label={label} name={labels[label - 1] ?? ""} />}
        <span className="text-muted min-w-0 truncate">{filename}</span>
        {mark === "rejected" ? <span className="text-danger">{marks.rejected}</span> : null}
        {mark === null && label === null ? (
          <span className="text-muted shrink-0">· {words.page.notChosen}</span>
        ) : null}
      </p>
      {list.isFinished ? (
        comment === "" ? null : (
          <p className="mt-1 text-sm whitespace-pre-line">{comment}</p>
        )
      ) : (
        <div className="flex flex-wrap items-start gap-x-5 text-sm">
          <details className="open:basis-full" open={comment !== "" || undefined}>
            <summary className="link inline-flex min-h-11 items-center">{words.page.comment}</summary>
            <Form method="post" preventScrollReset className="grid justify-items-start gap-2">
              <input type="hidden" name="list" value={list.id} />
              <input type="hidden" name="photo" value={id} />
              <TextArea
                className="w-full"
                label={<span className="sr-only">{words.heart.comment(filename)}</span>}
                name="comment"
                rows={2}
                maxLength={LONGEST_COMMENT}
                defaultValue={comment}
                error={errors.comment}
              />
              <Button name="intent" value="set" variant="secondary" size="sm">
                {words.page.saveComment}
              </Button>
            </Form>
          </details>
          {mark === null && label === null ? null : (
            <Form method="post" preventScrollReset>
              <input type="hidden" name="intent" value="set" />
              <input type="hidden" name="list" value={list.id} />
              <button
                type="submit"
                name="set"
                value={out}
                aria-label={words.page.takeOut(filename)}
                className="text-muted hover:text-ink inline-flex min-h-11 items-center underline underline-offset-4"
              >
                {words.page.takeOutShort}
              </button>
            </Form>
          )}
        </div>
      )}
    </>
  );
}
