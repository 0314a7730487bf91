export const en = {
  payments: {
    title: "Payments",
    intro:
      "Clients pay your studio directly, by card, through Stripe. The money goes to your account there; Safelight never holds it.",
    none: {
      title: "Not connected yet",
      text: "Galleries can be shared and given away for free. To sell, connect an account: it takes about ten minutes, with your bank details at hand.",
      action: "Connect payments",
    },
    incomplete: {
      title: "Almost there",
      text: "Stripe still needs something of you, or is checking what you gave. Your galleries start selling by themselves when it is done.",
      action: "Continue at Stripe",
    },
    active: {
      title: "Your studio can sell",
      text: "Cards are accepted in every gallery that has a price.",
      action: "Change your details at Stripe",
    },
    restricted: {
      title: "Stripe has paused your account",
      text: "Nothing can be bought until this is cleared. What was bought stays with its buyers.",
      action: "See what Stripe needs",
    },
    unknown: {
      title: "Stripe cannot be reached right now",
      text: "Nothing has changed. Look again in a few minutes.",
      action: "Continue at Stripe",
    },
    account: "Account",
    ways: "Ways to pay",
    unreachable: "Stripe cannot be reached right now. Try again in a few minutes.",
    opening: "Opening Stripe …",
  },
};
