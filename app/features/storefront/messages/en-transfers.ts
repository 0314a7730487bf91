/** Paying by transfer: what the studio sets, what buyers read, and what a member confirms. */
export const transfers = {
  ways: {
    title: "Ways to pay",
    text: "What clients can choose from at the checkout, beside your account at Stripe.",
    back: "Payments",
    instructions: "Where to transfer to",
    instructionsHint:
      "Account holder, IBAN and bank, in your own words. Clients read this with the amount and a reference to write on the transfer. Leave it empty to take no transfers.",
    charge: "Cards are charged",
    charges: {
      now: "When the order is placed",
      review: "After you have looked at the order",
    },
    chargeTexts: {
      now: "Files are delivered at once.",
      review: "The amount is only reserved. You take it, or let it go, within seven days.",
    },
    save: "Save",
    saving: "Saving…",
    saved: "The ways to pay are saved.",
  },
  payBy: {
    legend: "How you pay",
    card: "By card",
    cardText: "On the page of the studio's payment provider.",
    transfer: "By bank transfer",
    transferText:
      "You get the studio's bank details and a reference. Your order is ready once the money is there.",
    order: (total: string) => `Order for ${total}`,
  },
  transfer: {
    title: "Please transfer the amount",
    text: "Your order is ready as soon as the money has arrived; that usually takes one or two working days. We will write to you then.",
    partTitle: "The rest is still to come",
    partText: (received: string) =>
      `${received} have arrived. Please transfer the rest with the same reference.`,
    heading: "Your transfer",
    amount: "Amount",
    reference: "Reference",
    referenceHint: "Write it on the transfer just like this: by it the studio finds your order.",
    to: "To",
    until: "By",
    copy: "Copy",
    copied: "Copied",
    copyNamed: (what: string) => `Copy: ${what}`,
  },
  transferMail: {
    subject: (studio: string) => `How to pay your order at ${studio}`,
    heading: "Thank you for your order",
    text: "Please transfer the amount below and write the reference on it. As soon as the money is there, your order is ready and we write to you again.",
    button: "See your order",
    until: (day: string) => `The order is kept for you until ${day}.`,
  },
  confirmTransfer: {
    title: "Confirm a transfer",
    text: (reference: string) => `Look for the reference ${reference} on your bank statement.`,
    amount: "Amount that arrived",
    amountHint: (missing: string) => `${missing} are still to come. A part can be confirmed as well.`,
    receivedOn: "Day on the statement",
    submit: "Confirm",
    pending: "Confirming…",
    part: (missing: string) => `The part is confirmed. ${missing} are still to come.`,
    whole: "All of it is there: the order is paid.",
    review: "All of it is there, but the order needs a look.",
    refused: {
      not_transfer: "This order is not paid by transfer.",
      too_much: (left: string) =>
        `Only ${left} are still to come. Confirm that much, and send back what is above it.`,
      future: "This day is still to come.",
    },
  },
};
