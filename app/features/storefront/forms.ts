import { z } from "zod";
import { LARGEST_ORDER } from "./model";

const photoIds = z
  .array(z.string().max(60))
  .min(1, "Choose at least one photo.")
  .max(LARGEST_ORDER, `An order holds at most ${LARGEST_ORDER} photos.`);

const email = z.email("Enter an e-mail address such as anna@example.com.").max(254);

/** Body of POST /orders. Prices are the server's; none is taken from here. */
export const newOrderBody = z.strictObject({ galleryId: z.string().max(60), photoIds, email });

/** The form of the public gallery. `shownPrice` only lets us say that the price has changed meanwhile. */
export const orderForm = z.object({
  photo: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    photoIds,
  ),
  email: z.preprocess((value) => value ?? "", email),
  shownPrice: z.coerce.number().int(),
});
