/** The front door of billing. */
export { canSell, settlePayments } from "./selling.server";
