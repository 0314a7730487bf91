import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import {
  fieldsOf,
  nextToSend,
  queued,
  type WaitingChange,
  withoutSent,
  withWaiting,
} from "../model/choice-queue";
import {
  type ChoiceAnswer,
  type ChoiceChange,
  type Choices,
  type ChoosingRules,
  type ChoosingState,
  type FavouritesList,
  isTaken,
} from "../model/favourites";
import type { FavouritesInView } from "../model/favourites-in-view";
import { keepQueue, keptQueue } from "./kept-queue";
import { fetchState, send } from "./send-choices";

/** Something to tell whoever is choosing; `at` makes the same thing said twice two things. */
export interface ChoiceNotice {
  what: NonNullable<ChoiceAnswer["refused"]> | "notKept" | "welcome";
  at: number;
}

export interface Favourites {
  rules: ChoosingRules;
  chooser: ChoosingState["chooser"];
  lists: readonly FavouritesList[];
  /** The list that is filled, its counts as they are shown; null before there is one. */
  list: FavouritesList | null;
  /** What is shown of each photo: what the server has, with everything that waits laid over it. */
  choices: Choices;
  /** How many changes have not been sent, and whether sending them fails at the moment. */
  waiting: number;
  isStuck: boolean;
  asksName: boolean;
  notice: ChoiceNotice | null;
  change(change: ChoiceChange): void;
  switchTo(listId: string): void;
  askName(wanted: boolean): void;
  /** Says who is choosing. @returns what was wrong, by field; null when it was taken */
  introduce(name: string, email: string): Promise<Record<string, string[] | null> | null>;
}

/** Changes that come close together go in one request. */
const GATHERED_MS = 500;
const FIRST_RETRY_MS = 2000;
const LONGEST_RETRY_MS = 30_000;

/**
 * What somebody chooses in a gallery: shown at once, kept in the browser until the server has it, and sent again
 * after a lost connection, a closed page or a full day offline.
 */
export function useFavourites(galleryKey: string, { rules, state }: FavouritesInView): Favourites {
  const [server, setServer] = useState(state);
  const [queue, setQueue] = useState<readonly WaitingChange[]>([]);
  const [asksName, askName] = useState(false);
  const [notice, setNotice] = useState<ChoiceNotice | null>(null);
  const [failures, setFailures] = useState(0);
  const isLoaded = useRef(false);
  const isSending = useRef(false);
  const isLeft = useRef(false);
  const latest = useRef({ server, queue });
  latest.current = { server, queue };

  const say = useCallback((what: ChoiceNotice["what"]) => setNotice({ what, at: Date.now() }), []);
  const take = useCallback(
    ({ state: answered, refused }: ChoiceAnswer) => {
      if (answered) setServer(answered);
      if (refused === "name") askName(true);
      else if (refused) say(refused);
    },
    [say],
  );

  const flush = useCallback(async () => {
    const { server: known, queue: waiting } = latest.current;
    const sent = nextToSend(waiting);
    if (isSending.current || sent.length === 0 || !known.chooser) return;
    isSending.current = true;
    const outcome = await send(galleryKey, fieldsOf(sent));
    isSending.current = false;
    if (outcome.kind === "again") return setFailures((count) => count + 1);
    setFailures(0);
    // Who has to say their name first keeps what waits.
    const isKept = outcome.kind === "answered" && outcome.answer.refused === "name";
    if (isKept) setServer((before) => ({ ...before, chooser: null }));
    else {
      setQueue((now) => withoutSent(now, sent));
      // A page that is left meanwhile renders no more, and must not have it sent again later.
      if (isLeft.current) keepQueue(galleryKey, withoutSent(latest.current.queue, sent));
    }
    if (outcome.kind === "answered") return take(outcome.answer);
    say("notKept");
    take((await fetchState(galleryKey, null)) ?? {});
  }, [galleryKey, say, take]);

  useEffect(() => {
    const kept = keptQueue(galleryKey);
    isLoaded.current = true;
    if (kept.length > 0) setQueue((now) => now.reduce(queued, kept));
  }, [galleryKey]);

  useEffect(() => {
    if (isLoaded.current) keepQueue(galleryKey, queue);
  }, [galleryKey, queue]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another queue, chooser or failure is another try
  useEffect(() => {
    if (queue.length === 0) return;
    const retry = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1));
    const timer = setTimeout(flush, failures === 0 ? GATHERED_MS : retry);
    return () => clearTimeout(timer);
  }, [queue, server.chooser, failures, flush]);

  useEffect(() => {
    const leave = () => document.visibilityState === "hidden" && flush();
    window.addEventListener("online", flush);
    document.addEventListener("visibilitychange", leave);
    return () => {
      window.removeEventListener("online", flush);
      document.removeEventListener("visibilitychange", leave);
    };
  }, [flush]);

  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
      flush();
    };
  }, [flush]);

  const choices = useMemo(() => withWaiting(server.choices, queue, server.currentId), [server, queue]);
  const list = useMemo(() => countedList(server, choices), [server, choices]);

  const change = useCallback(
    (wanted: ChoiceChange) => {
      const { server: known, queue: waiting } = latest.current;
      const current = known.lists.find(({ id }) => id === known.currentId);
      if (rules.isPreview) return say("preview");
      if (current?.isFinished) return say("finished");
      const shown = withWaiting(known.choices, waiting, known.currentId);
      if (wanted.mark === "chosen" && isFull(rules, shown)) return say("limit");
      setQueue((now) => queued(now, { listId: known.currentId, ...wanted }));
      if (!known.chooser && waiting.length === 0) askName(true);
    },
    [rules, say],
  );

  const switchTo = useCallback(
    async (listId: string) => {
      const sent = await send(galleryKey, [
        ["intent", "switch"],
        ["list", listId],
      ]);
      if (sent.kind === "answered") take(sent.answer);
    },
    [galleryKey, take],
  );

  const introduce = useCallback(
    async (name: string, email: string) => {
      const sent = await send(galleryKey, [
        ["intent", "introduce"],
        ["name", name],
        ["email", email],
      ]);
      if (sent.kind !== "answered") return { "": [] };
      if (sent.answer.errors) return sent.answer.errors;
      take(sent.answer);
      askName(false);
      say("welcome");
      return null;
    },
    [galleryKey, say, take],
  );

  const { chooser, lists } = server;
  return useMemo(
    () => ({
      ...{ rules, chooser, lists, list, choices, waiting: queue.length, isStuck: failures > 0 },
      ...{ asksName, notice, change, switchTo, askName, introduce },
    }),
    [rules, chooser, lists, list, choices, queue, failures, asksName, notice, change, switchTo, introduce],
  );
}

function isFull({ picks, extraPrice }: ChoosingRules, choices: Choices): boolean {
  if (picks === null || extraPrice !== null) return false;
  return Object.values(choices).filter(({ mark }) => mark === "chosen").length >= picks;
}

/** The current list with the counts of what is shown. */
function countedList({ lists, currentId }: ChoosingState, choices: Choices): FavouritesList | null {
  const list = lists.find(({ id }) => id === currentId) ?? null;
  const all = Object.values(choices);
  if (!list && all.length === 0) return null;
  const counts = {
    chosen: all.filter((choice) => isTaken("favourites", choice)).length,
    rejected: all.filter(({ mark }) => mark === "rejected").length,
    labelled: all.filter((choice) => isTaken("labels", choice)).length,
  };
  const none = { id: "", name: "", note: "", isFinished: false, extrasPaid: 0, changedAt: 0 };
  return { ...(list ?? none), ...counts };
}
