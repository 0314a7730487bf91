import type { ServiceKind } from "../model/services";

/** What is said of something that is done for a client and is no photo. */
export const services = {
  services: {
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
