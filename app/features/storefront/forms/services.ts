import { checkoutForm } from "../forms";

/** Opening a gallery again, in the words of who is asked; the server says what it costs, and that must be what was shown. */
export const reopenForm = (speaker: Parameters<typeof checkoutForm>[0]) =>
  checkoutForm(speaker).pick({ email: true, shownTotal: true, payBy: true });
