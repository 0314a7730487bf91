import { redirect } from "@remix-run/cloudflare";
import type { z } from "zod";
import { cookieHeader } from "../../../http/cookies";
import { redirectWithFlash } from "../../../http/flash";
import { formPage } from "../../../http/form-page";
import type { readForm } from "../../../http/read-form";
import type { RouteInput } from "../../../http/studio-route";
import { formatTime } from "../../../lib/time";
import { type Place, placeToChoose } from "../choosing.server";
import { changeChoices } from "../commands/change-choices.server";
import { changeList, createList, removeList, switchList } from "../commands/change-list.server";
import { finishList } from "../commands/finish-list.server";
import { findLists, introduceVisitor } from "../commands/introduce-visitor.server";
import { forgetVisitor } from "../commands/prove-visitor.server";
import { chooserOf } from "../favourites.server";
import type { favouritesForm } from "../forms/favourites";
import { favouritesWords } from "../messages/words";
import { changeOf } from "../model/choice-setting";
import type { ChoiceChange, Chooser } from "../model/favourites";
import { favouritesPath, payExtrasPath, sharePath } from "../paths";
import { VISITOR_COOKIE, VISITOR_COOKIE_SECONDS } from "../visitor.server";

type Values = z.infer<typeof favouritesForm>;
type Input = RouteInput & {
  values: Values;
  submission: Awaited<ReturnType<typeof readForm<typeof favouritesForm>>>;
};
type OfIntent<Intent extends Values["intent"]> = Extract<Values, { intent: Intent }>;

/** Does what a form on the page of one's lists asks for, and goes back there. */
export async function doOnFavouritesPage({ values, ...input }: Input) {
  const { studio, request, params, submission } = input;
  const key = params.key ?? "";
  const place = await placeToChoose(studio, key);
  if (!place) throw redirect(sharePath(key), 303);
  const words = favouritesWords(studio.tenant.locale);
  const here = favouritesPath(key);
  const say = (sentence: string, to = here) => redirectWithFlash(to, sentence, request);
  const refused = (sentence: string) => submission.reply({ formErrors: [sentence] });
  if (place.viewer.isMember) return refused(words.refusals.preview);

  if (values.intent === "introduce") return introduce(input, place, values);
  if (values.intent === "find") {
    const network = input.context.visitorNetwork;
    const until = await findLists(studio, place.gallery, { email: values.email, network });
    if (until !== null) return refused(tooManyNames(input, until));
    throw say(words.page.findSent);
  }
  if (values.intent === "forget") {
    await forgetVisitor(studio);
    throw say(words.page.forgotten, sharePath(key));
  }
  const chooser = await chooserOf(studio);
  if (!chooser) {
    const pressed = values.intent === "set" ? values.set : [];
    throw redirect(`${here}?${new URLSearchParams(pressed.map((text) => ["set", text]))}`, 303);
  }
  if (values.intent === "set") {
    const refusal = await setChoices(input, place, chooser, values);
    if (refusal !== null) throw say(refusal, formPage(request, here));
    throw redirect(formPage(request, here), 303);
  }
  if (values.intent === "new-list") {
    const made = await createList(studio, place, chooser, values.name);
    if (!made.ok) return refused(words.refusals.tooManyLists);
    throw say(words.page.created);
  }
  if (values.intent === "switch")
    throw say(words.page.switched(await switchList(studio, place, chooser, values.list)));
  const ofList = `${here}?list=${encodeURIComponent(values.list)}`;
  if (values.intent === "change-list") {
    const { list: listId, name, note } = values;
    const changed = await changeList(studio, place, chooser, { listId, name, note });
    if (!changed.ok) return refused(words.refusals.finished);
    throw say(words.page.saved, ofList);
  }
  if (values.intent === "remove-list") {
    const removed = await removeList(studio, place, chooser, values.list);
    if (!removed.ok) return refused(words.refusals.finished);
    throw say(words.page.removed);
  }
  if (values.intent === "finish") {
    const finished = await finishList(studio, place, chooser, values.list);
    if (!finished.ok) return refused(words.refusals.empty);
    throw say(words.page.done, ofList);
  }
  throw redirect(payExtrasPath(key, values.list), 303);
}

async function introduce(input: Omit<Input, "values">, place: Place, values: OfIntent<"introduce">) {
  const { studio, request, context, submission, params } = input;
  const { name, email, set } = values;
  const words = favouritesWords(studio.tenant.locale);
  const network = context.visitorNetwork;
  const made = await introduceVisitor(studio, place.gallery, { name, email, network });
  if (!made.ok) return submission.reply({ formErrors: [tooManyNames(input, made.refusal.until)] });
  const { chooser, secret } = made.value;
  if (secret) context.setCookie(cookieHeader(VISITOR_COOKIE, secret, VISITOR_COOKIE_SECONDS, request));
  if (set.length > 0)
    await changeChoices(studio, place, chooser, { listId: null, changes: set.map(changeOf) });
  throw redirectWithFlash(favouritesPath(params.key ?? ""), words.name.welcome, request);
}

/** @returns why something was not taken, as a sentence; null where all was */
async function setChoices(
  { studio }: Pick<Input, "studio">,
  place: Place,
  chooser: Chooser,
  { list, set, photo, comment }: OfIntent<"set">,
): Promise<string | null> {
  const changes: ChoiceChange[] = set.map(changeOf);
  if (photo) changes.push({ photoId: photo, comment });
  const { refusals } = favouritesWords(studio.tenant.locale);
  const done = await changeChoices(studio, place, chooser, { listId: list ?? null, changes });
  if (!done.ok) return refusals.finished;
  const [why] = Object.values(done.value.refused);
  return why ? refusals[why] : null;
}

function tooManyNames({ studio: { tenant } }: Pick<Input, "studio">, until: number): string {
  const { locale, timeZone } = tenant;
  return favouritesWords(locale).refusals.tooManyNames(formatTime(until, locale, timeZone));
}
