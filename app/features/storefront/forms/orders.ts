import { z } from "zod";
import { isDay } from "../../../lib/time";
import { shownStatuses } from "../model/order-filter";

const empty = (value: unknown) => value || undefined;

const day = z.preprocess(empty, z.string().refine(isDay, "not_a_day").optional()).optional();

/** Which orders are meant: those for which all of these hold. Days are those on which they were placed. */
export const orderFilterForm = z
  .object({
    /** Part of an e-mail address, an order's id, the number on its receipt, or a transfer's reference. */
    q: z.preprocess(empty, z.string().trim().max(254).optional()).optional(),
    status: z.preprocess(empty, z.enum(shownStatuses).optional()).optional(),
    from: day,
    to: day,
  })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ["to"], error: "wrong_order" });
