import { checkoutForm } from "../forms";

/** Opening a gallery again; the server says what it costs, and that must be what was shown. */
export const reopenForm = checkoutForm.pick({ email: true, shownTotal: true, payBy: true });
