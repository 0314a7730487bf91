/** The front door of billing. */
export { canSell, lookAtAccount, settlePayments } from "./selling.server";
