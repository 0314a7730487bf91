import type { Translated } from "../../../lib/words";
import type { en } from "./en";

/** What members and their programs alone read, in English; every other word is there in each language. */
type ForMembers =
  | "lists"
  | "products"
  | "preview"
  | "rates"
  | "shippingSettings"
  | "board"
  | "orderWork"
  | "report"
  | "ways"
  | "confirmTransfer"
  | "reconciliation"
  | "api"
  | "status"
  | "orders"
  | "order";

export type VisitorWords = Translated<Omit<typeof en, ForMembers>>;
