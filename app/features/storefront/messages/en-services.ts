import type { ServiceKind } from "../model/services";

const days = (count: number) => (count === 1 ? "1 day" : `${count} days`);

/** What is said of something that is done for a client and is no photo. */
export const services = {
  services: {
    /** The page on which a gallery is opened again. */
    reopen: {
      title: "Open the gallery again",
      text: (count: number, day: string) =>
        `It opens at once for ${days(count)}: until ${day}, if you pay today. Everything is where it was.`,
      back: "Back",
      email: "Your e-mail",
      emailHint: "The receipt goes there.",
      price: "Price",
      submit: (price: string) => `Pay ${price}`,
      submitFree: "Open it again",
      order: (price: string) => `Order for ${price}`,
      pending: "One moment…",
      secure: "You pay on the page of the studio's payment provider.",
      lineTitle: (count: number) => `Open again for ${days(count)}`,
      changed: "The price has changed since you opened this page. Look at it again and go on.",
    },
    /** What somebody in the EU agrees to so that it is done at once. */
    consent: {
      label: "Start at once. I know that I lose my right of withdrawal once it is done in full.",
      hint: {
        reopening: "The gallery opens as soon as it is paid.",
        extra_picks: "Your extra photos count as soon as they are paid.",
      } satisfies Record<ServiceKind, string>,
      needed: "It is done at once or not at all: agree to it first.",
    },
    /** The page on which more photos of a list are paid than are included. */
    extras: {
      title: "Extra photos",
      text: (list: string) => `Photos of “${list}” beyond those that are included.`,
      line: (count: number) => (count === 1 ? "1 extra photo" : `${count} extra photos`),
      submitFree: "Confirm, free of charge",
    },
    /** On the order's page once it is paid. */
    done: {
      reopening: "The gallery is open again. A receipt is in your mailbox.",
      extra_picks: "You may choose more photos now. A receipt is in your mailbox.",
    } satisfies Record<ServiceKind, string>,
    mail: {
      reopening: {
        subject: (gallery: string) => `“${gallery}” is open again`,
        heading: "The gallery is open again",
        text: "Thank you. Take your time: everything is where it was.",
      },
      extra_picks: {
        subject: (gallery: string) => `More photos of “${gallery}”`,
        heading: "You may choose more photos",
        text: "Thank you. Go on choosing where you were.",
      },
    } satisfies Record<ServiceKind, { subject(gallery: string): string; heading: string; text: string }>,
    until: (day: string) => `It is open until ${day}.`,
    toGallery: "To the gallery",
    owner: {
      subject: (total: string) => `You were paid ${total} for a gallery`,
      heading: {
        reopening: "A gallery was opened again",
        extra_picks: "More photos were paid for",
      } satisfies Record<ServiceKind, string>,
      what: "What",
    },
  },
};
