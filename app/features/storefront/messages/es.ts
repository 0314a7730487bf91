import { order } from "./es-order";
import { shop } from "./es-shop";
import type { VisitorWords } from "./visitor-words";

export const es: VisitorWords = { ...shop, ...order };
