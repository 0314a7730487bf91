import type { DisputeState } from "../model/money-states";

/** What buyers and owners read about money that goes back. */
export const money = {
  refundMail: {
    subject: (studio: string) => `A refund from ${studio}`,
    heading: (amount: string) => `${amount} are on their way back to you`,
    text: {
      order:
        "They go back the way you paid. Depending on your bank it takes up to ten days until you see them.",
      paid_twice: "Your order was paid twice. What was paid too much goes back the way it came.",
      too_late:
        "What was paid came after the studio had put these photos away, so it goes back the way it came. Depending on your bank it takes up to ten days until you see it.",
      not_fitting:
        "What was paid did not fit your order, so it goes back the way it came. Depending on your bank it takes up to ten days until you see it.",
    },
    withheld: "Files that were refunded can no longer be downloaded.",
    order: "Order",
    orders: "See your orders",
  },
  refundFailedMail: {
    subject: "A refund did not go through",
    heading: (amount: string) => `A refund of ${amount} did not go through`,
    text: "The money is back with you, and the order stands as it did before. Look at it and decide anew: another refund, or another way to give the money back.",
    order: "Order",
    button: "See the order",
  },
  disputeMail: {
    subject: {
      open: "A buyer's bank has taken a payment back",
      won: "A dispute was won",
      lost: "A dispute was lost",
    } satisfies Record<DisputeState, string>,
    text: {
      open: "Nothing of the order is handed out while the bank decides. Answer it on your payment provider's pages.",
      won: "The money is back with you, and the buyer can download again.",
      lost: "The money stays with the buyer, and nothing of the order is handed out any more.",
    } satisfies Record<DisputeState, string>,
    order: "Order",
    amount: "Amount",
    answerBy: "To be answered by",
    button: "See the order",
  },
};
