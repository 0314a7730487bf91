import type { OrderRefusal, OrderStatus } from "../model";

export const en = {
  refused: {
    gallery_closed: "This gallery is not open any more, so nothing can be bought in it.",
    no_photos: "Choose at least one photo.",
    photos_gone:
      "Some of the photos you chose are not available any more. Load the page again and choose anew.",
    price_changed: "The price has changed since you opened this page. Check the new price and continue.",
    payment_unavailable:
      "The payment page cannot be reached at the moment. Nothing was charged; try again shortly.",
    studio_unverified:
      "This studio has just opened and cannot send photos yet. Come back a little later, or ask the studio.",
  } satisfies Record<Exclude<OrderRefusal["reason"], "too_many">, string>,
  tooManyOrders: (time: string) => `There have been too many orders. Try again after ${time}.`,
  status: {
    pending: "Not paid yet",
    processing: "Payment is on its way",
    fulfilled: "Paid",
    expired: "Not paid in time",
    review: "Needs a look",
  } satisfies Record<OrderStatus, string>,
  buyer: {
    title: {
      pending: "Waiting for your payment",
      processing: "Your payment is on its way",
      fulfilled: "Thank you",
      expired: "This order was not paid in time",
      review: "We are looking into your payment",
    } satisfies Record<OrderStatus, string>,
    text: {
      pending: "This page changes by itself as soon as the payment arrives.",
      processing: "Your bank has confirmed the order; the money takes a little longer. We will write to you.",
      fulfilled: "Your photos are ready. The link to them is in your mailbox too.",
      expired: "Nothing was charged. You can choose the photos again.",
      review: "The payment does not match the order, so a person checks it. You will hear from the studio.",
    } satisfies Record<OrderStatus, string>,
    pay: "Continue to payment",
    download: "Download your photos",
    toGallery: "Back to the gallery",
    gallery: "Gallery",
    total: "Total",
    photos: "Photos",
    reload: "Check again",
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
    preheader: "The link to your originals is inside.",
    heading: "Your photos are ready",
    text: (count: number) =>
      count === 1
        ? "Thank you for your order. Your photo is waiting for you in full resolution."
        : `Thank you for your order. Your ${count} photos are waiting for you in full resolution.`,
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
    button: "See the orders",
    gallery: "Gallery",
    photos: "Photos",
    total: "Total",
  },
};
