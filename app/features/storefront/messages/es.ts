import { order } from "./es-order";
import { services } from "./es-services";
import { shop } from "./es-shop";
import type { VisitorWords } from "./visitor-words";

export const es: VisitorWords = { ...shop, ...order, ...services };
