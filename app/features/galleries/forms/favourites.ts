import { z } from "zod";
import { CHANGES_A_REQUEST } from "../model/choice-queue";
import { CHOICE_SETTING } from "../model/choice-setting";
import { LONGEST_COMMENT, LONGEST_LIST_NAME, LONGEST_NOTE } from "../model/favourites";

const some = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

const email = z
  .string("Enter an e-mail address such as anna@example.com.")
  .pipe(z.email("Enter an e-mail address such as anna@example.com.").max(254));

const list = z.string("Choose a list.").max(60);

const listName = z
  .string("Give the list a name.")
  .trim()
  .min(1, "Give the list a name.")
  .max(LONGEST_LIST_NAME, `A name has at most ${LONGEST_LIST_NAME} characters.`);

const settings = z.array(z.string().regex(CHOICE_SETTING, "Choose a photo.")).max(CHANGES_A_REQUEST * 2);

const comment = z.string().max(LONGEST_COMMENT, `At most ${LONGEST_COMMENT} characters.`);

/** Marks, labels and one comment. Settings are written as `model/choice-setting.ts` says. */
const setForm = z.object({
  intent: z.literal("set"),
  /** Left out for the list that is current, or a first one. */
  list: list.optional(),
  set: z.preprocess(some, settings),
  photo: z.string().max(60).optional(),
  /** An empty one takes back what was said. */
  comment: comment.default(""),
});

const introduceForm = z.object({
  intent: z.literal("introduce"),
  name: z
    .string("Tell us your name.")
    .trim()
    .min(1, "Tell us your name.")
    .max(80, "A name has at most 80 characters."),
  email,
  /** What was pressed before the name was known. */
  set: z.preprocess(some, settings),
});

const switchForm = z.object({ intent: z.literal("switch"), list });

/** What the controls on photos send while the page stays. */
export const choosingForm = z.discriminatedUnion("intent", [setForm, introduceForm, switchForm]);

/** What the page of one's lists can be asked to do. */
export const favouritesForm = z.discriminatedUnion("intent", [
  setForm,
  introduceForm,
  switchForm,
  z.object({ intent: z.literal("find"), email }),
  z.object({ intent: z.literal("new-list"), name: listName }),
  z.object({
    intent: z.literal("change-list"),
    list,
    name: listName,
    note: z.string().max(LONGEST_NOTE, `At most ${LONGEST_NOTE} characters.`).default(""),
  }),
  z.object({ intent: z.literal("remove-list"), list }),
  z.object({ intent: z.literal("finish"), list }),
  z.object({ intent: z.literal("pay"), list }),
  z.object({ intent: z.literal("forget") }),
]);
