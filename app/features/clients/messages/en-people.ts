import type { ErasureRefusal } from "../model";

/** What the studio says of the data it holds of one person. */
export const people = {
  title: "People's data",
  description:
    "Somebody may ask what you hold about them, and that you erase it. Enter the address they bought or worked with.",
  email: "E-mail",
  submit: "Look",
  pending: "Looking…",
  nobody: "Nothing is held about this address.",
  erased: "Erased person",
  back: "Look for somebody else",
  person: {
    title: (name: string, email: string) => name || email,
    description: "What this studio holds about this person.",
    email: "E-mail",
    client: "Client since",
    member: "Member since",
    removed: (day: string) => `removed on ${day}`,
    orders: "Orders",
    downloads: "Open downloads",
    signIns: "Signed-in browsers",
    acts: "Entries in the audit log",
    ordersCaption: "Orders, newest first",
    order: "Gallery",
    when: "Placed",
    photos: "Photos",
    total: "Total",
  },
  exporting: {
    title: "Export",
    text: "A ZIP file to hand to the person, with everything in it that is theirs.",
    submit: "Export as a file",
  },
  erasing: {
    title: "Erase",
    text: "Name, address and devices go for good, everywhere in this studio. Orders keep their amounts, because the books need them; nobody can tell whose they were. Downloads end. This cannot be undone.",
    email: "Type the address once more",
    submit: "Erase this person",
    pending: "Erasing…",
    done: "The person is erased.",
    provider: "What the payment provider holds of a payment stays there, as the law asks of it.",
    refusals: {
      order_open: "An order of this person is still being paid. Wait until it is settled, or has run out.",
      still_member: "This person is a member of the studio. Remove them first, or withdraw the invitation.",
      other_address: "This is not the address of this person.",
    } satisfies Record<ErasureRefusal, string>,
  },
  orderColumns: ["Order", "Placed (UTC)", "State", "Gallery", "Photo", "Amount", "Currency"],
  readme: (studio: string, email: string, when: string) =>
    [
      `What ${studio} holds about ${email}, as of ${when}.`,
      "",
      "data.json   everything, for programs: the person, orders and their photos, sign-ins, mailed links,",
      "            and what the studio's log says that was done by or to this person.",
      "orders.csv  every photo ordered, one a line, for spreadsheets.",
      "",
      "Passwords, codes and links that let somebody in are kept as hashes only and are not in here.",
      "The payment provider holds what it needs of each payment; the references in data.json name it there.",
      "",
    ].join("\r\n"),
};
