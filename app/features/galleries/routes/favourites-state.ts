import type { ActionFunctionArgs } from "@remix-run/cloudflare";
import { cookieHeader } from "../../../http/cookies";
import { type RouteInput, studioAction, studioLoader } from "../../../http/studio-route";
import { formatTime } from "../../../lib/time";
import { choosingState, openPlace, rulesFor, stateOf } from "../choosing.server";
import { changeChoices } from "../commands/change-choices.server";
import { switchList } from "../commands/change-list.server";
import { introduceVisitor } from "../commands/introduce-visitor.server";
import { chooserOf } from "../favourites.server";
import { choosingForm } from "../forms/favourites";
import { favouritesWords } from "../messages/words";
import { changeOf } from "../model/choice-setting";
import type { ChoiceAnswer, ChoiceChange } from "../model/favourites";
import { VISITOR_COOKIE, VISITOR_COOKIE_SECONDS } from "../visitor.server";

/** What somebody has chosen in a gallery, as JSON: for controls on a page that is open. */
export const loader = studioLoader({ may: "public" }, async ({ studio, params, request }) => {
  const place = await openPlace(studio, params.key ?? "");
  const listId = new URL(request.url).searchParams.get("list");
  const chooser = place.viewer.isMember ? null : await chooserOf(studio);
  const state = chooser ? await stateOf(studio, place, chooser, listId) : await choosingState(studio, place);
  return Response.json({ rules: rulesFor(studio, place), state }, { headers: PRIVATE });
});

const PRIVATE = { "Cache-Control": "private, no-store" };

const act = studioAction({ may: "public", form: choosingForm }, async ({ values, ...input }) => {
  const { studio, params, context, request } = input;
  const place = await openPlace(studio, params.key ?? "");
  if (place.viewer.isMember) return refusedAll("preview");
  if (values.intent === "introduce") {
    const { name, email } = values;
    const network = context.visitorNetwork;
    const made = await introduceVisitor(studio, place.gallery, { name, email, network });
    if (!made.ok) return { error: { "": [tooMany(input, made.refusal.until)] } };
    const { chooser, secret } = made.value;
    if (secret) context.setCookie(cookieHeader(VISITOR_COOKIE, secret, VISITOR_COOKIE_SECONDS, request));
    return { state: await stateOf(studio, place, chooser) };
  }
  const chooser = await chooserOf(studio);
  if (!chooser) return refusedAll("name");
  if (values.intent === "switch") {
    await switchList(studio, place, chooser, values.list);
    return { state: await stateOf(studio, place, chooser, values.list) };
  }
  const changes: ChoiceChange[] = values.set.map(changeOf);
  if (values.photo) changes.push({ photoId: values.photo, comment: values.comment });
  const listId = values.list ?? null;
  const done = await changeChoices(studio, place, chooser, { listId, changes });
  if (!done.ok) return { ...refusedAll(done.refusal), state: await stateOf(studio, place, chooser, listId) };
  const state = await stateOf(studio, place, chooser, done.value.listId);
  return { state, refused: Object.values(done.value.refused)[0] ?? null };
});

/** Takes what the controls send. A form that is wrong is answered as JSON too, because no page shows it. */
export const action = Object.assign(
  async (args: ActionFunctionArgs) => {
    const answer = await act(args);
    const { error, ...rest } = answer as { error?: ChoiceAnswer["errors"] };
    return Response.json(error ? { errors: error } : rest, { headers: PRIVATE });
  },
  { declared: act.declared },
);

const refusedAll = (refused: ChoiceAnswer["refused"]) => ({ refused });

function tooMany({ studio: { tenant } }: Pick<RouteInput, "studio">, until: number): string {
  const { locale, timeZone } = tenant;
  return favouritesWords(locale).refusals.tooManyNames(formatTime(until, locale, timeZone));
}
