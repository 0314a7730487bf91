import { CircleCheck } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { signupWords } from "../messages/words";
import { type SlugState, slugOf } from "../model";
import { slugCheckPath } from "../paths";

/** How long the typing rests before the server is asked, in milliseconds. */
const REST = 350;

interface Answer {
  slug: string;
  state: SlugState;
  suggestions: string[];
}

export interface SlugFieldProps {
  /** The studio's name, which the address follows until somebody writes one. */
  name: string;
  /** What was written before; empty at first. */
  before: string;
  rootHost: string;
  error?: string | string[] | null;
}

/** The studio's address, suggested from its name and checked while it is written. */
export function SlugField({ name, before, rootHost, error }: SlugFieldProps) {
  const words = useWords(signupWords).start;
  const [written, setWritten] = useState<string | null>(before || null);
  const slug = written ?? slugOf(name);
  const answer = useSlugAnswer(slug, name);
  const said = answer && answer.state !== "free" ? words.states[answer.state](slug) : null;
  return (
    <div className="grid gap-2">
      <TextField
        label={words.slug}
        name="slug"
        maxLength={63}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        suffix={`.${rootHost}`}
        hint={words.slugHint}
        value={slug}
        onChange={(event) => setWritten(event.currentTarget.value.toLowerCase())}
        error={said ?? (answer ? null : error)}
      />
      <div aria-live="polite" className="min-h-5.5 text-sm">
        {answer?.state === "free" ? (
          <p className="text-positive flex gap-1.5 font-medium">
            <CircleCheck aria-hidden="true" className="mt-[0.1875rem] size-4 shrink-0" />
            {words.states.free(`${slug}.${rootHost}`)}
          </p>
        ) : null}
        {answer && answer.suggestions.length > 0 ? (
          <div className="flex flex-wrap items-center gap-2">
            <span className="text-muted">{words.suggestions}</span>
            {answer.suggestions.map((each) => (
              <Button key={each} type="button" variant="secondary" size="sm" onClick={() => setWritten(each)}>
                {each}
              </Button>
            ))}
          </div>
        ) : null}
      </div>
    </div>
  );
}

/** What the server says of an address once the typing rests; null while it has not said anything about this one. */
function useSlugAnswer(slug: string, name: string): Answer | null {
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    if (slug.length < 3) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const asked = await fetch(`${slugCheckPath}?${new URLSearchParams({ slug, name })}`, {
        signal: stop.signal,
      }).catch(() => null);
      // Without an answer nothing is claimed; the form's own answer will tell.
      if (asked?.ok) setAnswer((await asked.json()) as Answer);
    }, REST);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [slug, name]);
  return answer?.slug === slug ? answer : null;
}
