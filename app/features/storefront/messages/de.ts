import { order } from "./de-order";
import { services } from "./de-services";
import { shop } from "./de-shop";
import type { VisitorWords } from "./visitor-words";

export const de: VisitorWords = { ...shop, ...order, ...services };
