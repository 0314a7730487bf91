import type { OrderRefusal } from "../model";
import type { OrderStatus, ShownStatus } from "../model/money-states";
import { api } from "./en-api";
import { board } from "./en-board";
import { forms } from "./en-forms";
import { money } from "./en-money";
import { orderWork } from "./en-order";
import { prices } from "./en-prices";
import { reconciliation } from "./en-reconciliation";
import { report } from "./en-report";
import { services } from "./en-services";
import { shop } from "./en-shop";
import { transfers } from "./en-transfers";

export const en = {
  ...money,
  ...prices,
  ...shop,
  forms,
  board,
  orderWork,
  report,
  ...services,
  ...transfers,
  ...reconciliation,
  api,
  refused: {
    gallery_closed: "This gallery is not open any more, so nothing can be bought in it.",
    no_photos: "Choose at least one photo.",
    photos_gone:
      "Some of the photos you chose are not available any more. Load the page again and choose anew.",
    not_sold: "Something of this is not sold any more. Look at what is left and go on.",
    no_address: "Say where it is to be sent.",
    no_shipping: "This way does not lead there. Choose another one in the cart.",
    too_large: "This is more than one order can hold. Divide it into two.",
    price_changed: "The price has changed since you opened this page. Check the new total and continue.",
    paid_meanwhile:
      "What was in this cart is paid already, or its payment is on its way. You find the order in your mailbox.",
    payment_unavailable:
      "The payment page cannot be reached at the moment. Nothing was charged; try again shortly.",
    studio_unverified:
      "This studio has just opened and cannot send photos yet. Come back a little later, or ask the studio.",
  } satisfies Record<Exclude<OrderRefusal["reason"], "too_many" | "below_minimum">, string>,
  belowMinimum: (missing: string) => `The smallest order here is a little larger: ${missing} are missing.`,
  tooManyOrders: (time: string) => `There have been too many orders. Try again after ${time}.`,
  status: {
    pending: "Not paid yet",
    processing: "Payment is on its way",
    fulfilled: "Paid",
    expired: "Not paid in time",
    review: "Needs a look",
    authorized: "Reserved",
    failed: "Payment failed",
    canceled: "Canceled",
    partially_refunded: "Partly refunded",
    refunded: "Refunded",
    disputed: "Disputed",
    dispute_lost: "Dispute lost",
  } satisfies Record<ShownStatus, string>,
  buyer: {
    title: {
      pending: "Waiting for your payment",
      processing: "Your payment is on its way",
      fulfilled: "Thank you",
      expired: "This order was not paid in time",
      review: "We are looking into your payment",
      authorized: "The studio is looking at your order",
      failed: "The payment did not go through",
      canceled: "This order was canceled",
    } satisfies Record<OrderStatus, string>,
    text: {
      pending: "This page changes by itself as soon as the payment arrives.",
      processing: "Your bank has confirmed the order; the money takes a little longer. We will write to you.",
      fulfilled: "Your photos are ready. The link to them is in your mailbox too.",
      expired: "Nothing was charged. You can choose the photos again.",
      review: "The payment does not match the order, so a person checks it. You will hear from the studio.",
      authorized: "The amount is reserved and nothing was taken yet. You will hear from the studio.",
      failed: "Nothing was charged. You can try again, or pay in another way.",
      canceled: "Nothing was charged, and what was reserved is free again.",
    } satisfies Record<OrderStatus, string>,
    tooLate:
      "The payment came after the studio had put these photos away. Your money is not lost: a person looks at it, and you will hear from the studio.",
    givenBack: "What you paid goes back to you. You can choose the photos again.",
    pay: "Continue to payment",
    tryAgain: "Try the payment again",
    trying: "Opening…",
    notStarted: {
      paid_meanwhile: "This order is paid meanwhile.",
      payment_unavailable:
        "The payment page cannot be reached at the moment. Nothing was charged; try again shortly.",
      over: "This order can no longer be paid. Choose the photos again.",
    },
    download: "Download your photos",
    toGallery: "Back to the gallery",
    refunded: "Refunded",
    gallery: "Gallery",
    total: "Total",
    photos: "Photos",
    reload: "Check again",
    sentTo: "Sent to",
    lines: "What you ordered",
    things: "Your order is paid. The studio makes it ready and sends it to you.",
  },
  orders: {
    title: "Orders",
    description: "What clients bought, newest first.",
    empty: "No orders yet",
    emptyText: "Publish a gallery and share its link; what is bought in it shows up here.",
    caption: "Orders, newest first",
    when: "Placed",
    buyer: "Buyer",
    gallery: "Gallery",
    photos: "Photos",
    total: "Total",
    status: "Status",
    more: "Older orders",
    newest: "Newest orders",
    pages: "Pages of orders",
  },
  order: {
    title: "Order",
    number: "Number",
    paid: "Paid",
    payment: "Payment at the provider",
    noPayment: "None",
    lines: "What was ordered",
    photo: "Photo",
    amount: "Price",
    linePages: "Pages of what was ordered",
    moreLines: "Later photos",
    firstLines: "First photos",
  },
  buyerMail: {
    subject: (studio: string) => `Your photos from ${studio}`,
    receipt: {
      subject: (studio: string) => `Your receipt from ${studio}`,
      preheader: "The receipt of your order is attached.",
      heading: "Your receipt",
      text: "Here is the receipt of your order once more; it is attached as a PDF.",
    },
    preheaderThings: "Your order is paid.",
    headingThings: "Thank you for your order",
    textThings: "It is paid. The studio makes it ready and sends it to you.",
    further: (count: number) => `and ${count} more`,
    taxNumber: "Tax number",
    sentTo: "It is sent to",
    again: (url: string) => `All your orders are found again at ${url}.`,
    preheader: "The link to your originals is inside.",
    heading: "Your photos are ready",
    text: (count: number) =>
      count === 1
        ? "Thank you for your order. Your photo is waiting for you."
        : "Thank you for your order. Your photos are waiting for you.",
    button: "Download your photos",
    until: (day: string) => `The link opens until ${day}.`,
    total: "Total",
    photos: "Photos",
  },
  ownerMail: {
    soldSubject: (total: string) => `You sold photos for ${total}`,
    soldHeading: "You sold photos",
    reviewSubject: "A payment needs a look",
    reviewHeading: "A payment does not match its order",
    reviewText: "Nothing was handed over. Compare the payment at your payment provider with the order.",
    tooLateHeading: "A payment came too late",
    tooLateText:
      "The originals that it pays for had been deleted. Nothing was handed over: give the money back on the page of the order.",
    captureSubject: (total: string) => `An order over ${total} waits for you`,
    captureHeading: "An order waits for you",
    captureText:
      "The amount is reserved with the buyer's bank and nothing was taken yet. Look at the order, then take the money or let it go; after seven days the bank lets it go by itself.",
    button: "See the orders",
    gallery: "Gallery",
    photos: "Photos",
    total: "Total",
  },
};
