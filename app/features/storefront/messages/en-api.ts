/** What programs read that may not do something to an order's money. */
export const api = {
  refund: {
    nothing: "Nothing is left to be refunded of that.",
    too_much: (left: string) => `At most ${left} can be refunded of that.`,
    disputed: "The buyer's bank has taken this payment back. It cannot be refunded as well.",
    not_paid: "This order was not paid.",
    payment_unavailable: "The payment provider cannot be reached. Try again with the same Idempotency-Key.",
  },
  payment: {
    paid_meanwhile: "This order is paid, or being paid.",
    over: "This order can no longer be paid.",
    payment_unavailable: "The payment provider cannot be reached. Try again in a moment.",
    not_reserved: "No money is reserved for this order.",
    state: "This payment is not at a point where this could be done.",
    email_kept: "The address of an order can be changed only until it is paid.",
    too_much: (left: string) => `At most ${left} is still to come.`,
    received: "Say what arrived, and on which day.",
    currency: (currency: string) => `This payment is in ${currency}.`,
  },
};
