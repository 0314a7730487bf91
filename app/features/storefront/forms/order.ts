import { z } from "zod";
import { chosenReasons } from "../model/money-states";

/** Of notes on orders and on refunds. */
const LONGEST_NOTE = 2000;

const id = z.string().max(60);
/** An amount as it was typed; what currency it is in, the order says. */
const typed = z.string().max(20);

/** What can be done to an order. `key` makes pressing twice one receipt. */
export const orderForm = z.discriminatedUnion(
  "intent",
  [
    z.object({ intent: z.literal("send") }),
    z.object({ intent: z.literal("receipt") }),
    z.object({
      intent: z.literal("note"),
      note: z
        .string("Write something first.")
        .trim()
        .min(1, "Write something first.")
        .max(LONGEST_NOTE, `At most ${LONGEST_NOTE} characters.`),
    }),
    z.object({ intent: z.literal("capture") }),
    z.object({ intent: z.literal("cancel") }),
    z.object({ intent: z.literal("accept") }),
    z.object({ intent: z.literal("give-back"), key: id.optional() }),
    z.object({ intent: z.literal("sent"), refund: id }),
    z.object({
      intent: z.literal("confirm"),
      amount: typed.optional(),
      receivedOn: z.string().max(20).optional(),
      key: id.optional(),
    }),
  ],
  "Press one of the buttons.",
);

/** A buyer pays once more what did not go through. */
export const payAgainForm = z.object({});

const some = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/**
 * What of an order is given back: all that is left, or lines ticked in full, or amounts typed in fields that are named
 * after their lines. `key` makes pressing twice one refund.
 */
export const refundForm = z
  .object({
    what: z.enum(["all", "some"], "Choose what is given back."),
    full: z.preprocess(some, z.array(id)),
    reason: z.enum(chosenReasons, "Choose why."),
    note: z.string().trim().max(LONGEST_NOTE, `At most ${LONGEST_NOTE} characters.`).default(""),
    key: id.optional(),
  })
  .catchall(z.string().max(60).optional());
