import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { fieldsOf, nextToSend, withoutSent } from "../model/choice-queue";
import { keepQueue, keptQueue } from "./kept-queue";
import { send } from "./send-choices";

/** Sends what the photos' page left waiting, and then loads the page anew: its lists are without it until then. */
export function useSendWaiting(galleryKey: string, isKnown: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (isKnown) sendWaiting(galleryKey).then((sent) => sent && revalidate());
  }, [galleryKey, isKnown, revalidate]);
}

/** @returns whether anything was sent */
async function sendWaiting(galleryKey: string): Promise<boolean> {
  let queue = keptQueue(galleryKey);
  const hadAny = queue.length > 0;
  while (queue.length > 0) {
    const sent = nextToSend(queue);
    if ((await send(galleryKey, fieldsOf(sent))).kind === "again") return false;
    queue = withoutSent(queue, sent);
    keepQueue(galleryKey, queue);
  }
  return hadAny;
}
