import { Form, Link } from "@remix-run/react";
import { Badge } from "../../../ui/badge";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { TextArea } from "../../../ui/text-area";
import { favouritesWords } from "../messages/words";
import {
  type ChoosingRules,
  type FavouritesList,
  LONGEST_LIST_NAME,
  LONGEST_NOTE,
} from "../model/favourites";
import { countText } from "./choice-counts";

type Errors = Record<string, string[] | null>;

/** Which of several lists is looked at. */
export function ListChoice({
  lists,
  shown,
}: {
  lists: readonly FavouritesList[];
  shown: FavouritesList | null;
}) {
  const words = useWords(favouritesWords).page;
  return (
    <nav aria-label={words.lists} className="border-line mb-8 border-b">
      <ul className="-mb-px flex flex-wrap gap-x-7">
        {lists.map(({ id, name }) => (
          <li key={id}>
            <Link
              to={`?list=${id}`}
              preventScrollReset
              aria-current={id === shown?.id ? "page" : undefined}
              className="aria-[current=page]:border-accent text-muted aria-[current=page]:text-ink hover:text-ink inline-flex min-h-12 items-center border-b-2 border-transparent"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export interface ListPanelProps {
  list: FavouritesList;
  rules: ChoosingRules;
  extras: { over: number; unpaid: number; total: string; due: string };
  errors: Errors;
}

/** One list: how far it is, what it costs, its name and note, and "I'm finished". */
export function ListPanel({ list, rules, extras, errors }: ListPanelProps) {
  const words = useWords(favouritesWords);
  const { page } = words;
  const left = rules.picks === null ? null : Math.max(0, rules.picks - list.chosen);
  return (
    <section aria-labelledby="list" className="mb-10">
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-5">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h2 id="list" className="text-2xl">
              {list.name}
            </h2>
            {list.isFinished ? <Badge tone="positive">{words.bar.isFinished}</Badge> : null}
          </div>
          <p className="text-muted mt-1.5 tabular-nums">
            {[
              countText(words.counts, rules, list),
              left ? page.left(left) : "",
              extras.over > 0 ? page.over(extras.over, extras.total) : "",
              list.extrasPaid > 0 ? page.paid(list.extrasPaid) : "",
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
        </div>
        {list.isFinished ? null : <Finish list={list} due={extras.unpaid > 0 ? extras.due : null} />}
      </div>
      {errors[""] ? (
        <Notice tone="danger" className="mt-5 max-w-2xl">
          {errors[""][0]}
        </Notice>
      ) : null}
      {list.isFinished ? (
        <div className="mt-5 grid max-w-2xl justify-items-start gap-4">
          <p className="text-muted">{page.locked}</p>
          {list.note ? <p className="whitespace-pre-line">{list.note}</p> : null}
          {extras.unpaid > 0 ? (
            <Form method="post">
              <input type="hidden" name="list" value={list.id} />
              <Button name="intent" value="pay" size="lg">
                {page.pay(extras.due)}
              </Button>
            </Form>
          ) : null}
        </div>
      ) : (
        <Details list={list} errors={errors} />
      )}
    </section>
  );
}

function Finish({ list, due }: { list: FavouritesList; due: string | null }) {
  const { page } = useWords(favouritesWords);
  return (
    <details className="group/finish w-full sm:w-auto">
      <summary className="bg-accent text-on-accent inline-flex min-h-13 items-center rounded-md px-7 font-medium group-open/finish:hidden">
        {page.finish}
      </summary>
      <Form
        method="post"
        className="border-line bg-surface grid max-w-md justify-items-start gap-4 rounded-lg border p-5"
      >
        <p>
          {page.finishText} {due === null ? null : page.finishExtras(due)}
        </p>
        <input type="hidden" name="list" value={list.id} />
        <Button name="intent" value="finish">
          {page.finishSure}
        </Button>
      </Form>
    </details>
  );
}

function Details({ list, errors }: { list: FavouritesList; errors: Errors }) {
  const { page } = useWords(favouritesWords);
  return (
    <details open={Boolean(errors.name || errors.note)} className="mt-3 max-w-xl">
      <summary className="link inline-flex min-h-11 items-center text-sm">{page.details}</summary>
      <Form method="post" className="mt-3 grid gap-5">
        <input type="hidden" name="list" value={list.id} />
        <TextField
          label={page.listName}
          name="name"
          required
          maxLength={LONGEST_LIST_NAME}
          defaultValue={list.name}
          error={errors.name}
        />
        <TextArea
          label={page.note}
          hint={page.noteHint}
          name="note"
          rows={4}
          maxLength={LONGEST_NOTE}
          defaultValue={list.note}
          error={errors.note}
        />
        <Button name="intent" value="change-list" className="justify-self-start">
          {page.save}
        </Button>
      </Form>
      <details className="mt-4">
        <summary className="text-muted hover:text-ink inline-flex min-h-11 items-center text-sm underline underline-offset-4">
          {page.remove}
        </summary>
        <Form method="post" className="mt-2">
          <input type="hidden" name="list" value={list.id} />
          <Button name="intent" value="remove-list" variant="danger" size="sm">
            {page.removeSure}
          </Button>
        </Form>
      </details>
    </details>
  );
}

/** The form for one list more. */
export function NewList({ errors, typed }: { errors: Errors; typed: string }) {
  const { page } = useWords(favouritesWords);
  return (
    <section aria-labelledby="new-list" className="max-w-md">
      <h2 id="new-list" className="text-xl">
        {page.newList}
      </h2>
      <p className="text-muted mt-1">{page.newListText}</p>
      <Form method="post" key={typed} className="mt-5 grid gap-4">
        {errors[""] ? <Notice tone="danger">{errors[""][0]}</Notice> : null}
        <TextField
          label={page.listName}
          name="name"
          required
          maxLength={LONGEST_LIST_NAME}
          placeholder={page.newListPlaceholder}
          defaultValue={typed}
          error={errors.name}
        />
        <Button name="intent" value="new-list" variant="secondary" className="justify-self-start">
          {page.create}
        </Button>
      </Form>
    </section>
  );
}
