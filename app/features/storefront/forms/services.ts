import { z } from "zod";
import { checkoutForm } from "../forms";

type Speaker = Parameters<typeof checkoutForm>[0];

/** Opening a gallery again, in the words of who is asked; the server says what it costs, and that must be what was shown. */
export const reopenForm = (speaker: Speaker) =>
  checkoutForm(speaker).pick({ email: true, shownTotal: true, payBy: true, consent: true });

/** Paying for something of a list's, whose owner is known. */
export const listServiceForm = (speaker: Speaker) =>
  checkoutForm(speaker)
    .pick({ shownTotal: true, consent: true })
    .extend({ list: z.string().max(60) });
