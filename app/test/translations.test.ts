import { expect, test } from "vitest";
import { de as account } from "../features/account/messages/de";
import { es as cuenta } from "../features/account/messages/es";
import { de as clients } from "../features/clients/messages/de";
import { es as clientes } from "../features/clients/messages/es";
import { de as downloads } from "../features/downloads/messages/de";
import { es as descargas } from "../features/downloads/messages/es";
import { de as galleries } from "../features/galleries/messages/de";
import { deExpiry } from "../features/galleries/messages/de-expiry";
import { deFavourites } from "../features/galleries/messages/de-favourites";
import { deMail } from "../features/galleries/messages/de-publish";
import { es as galerias } from "../features/galleries/messages/es";
import { esExpiry } from "../features/galleries/messages/es-expiry";
import { esFavourites } from "../features/galleries/messages/es-favourites";
import { esMail } from "../features/galleries/messages/es-publish";
import { de as storefront } from "../features/storefront/messages/de";
import { es as tienda } from "../features/storefront/messages/es";
import { de as studio } from "../features/studio/messages/de";
import { es as estudio } from "../features/studio/messages/es";
import { de as chrome } from "../ui/messages/de";
import { es as marco } from "../ui/messages/es";

const german = {
  account,
  clients,
  downloads,
  galleries,
  deExpiry,
  deFavourites,
  deMail,
  storefront,
  studio,
  chrome,
};
const spanish = {
  ...{ account: cuenta, clients: clientes, downloads: descargas, galleries: galerias },
  ...{ deExpiry: esExpiry, deFavourites: esFavourites, deMail: esMail },
  ...{ storefront: tienda, studio: estudio, chrome: marco },
};

/** Every word by its place; what makes a sentence is asked for it with marks, where marks will do. */
function* wordsIn(words: unknown, place = ""): Generator<[place: string, sentence: string]> {
  if (typeof words === "string") yield [place, words];
  else if (typeof words === "function")
    yield [`${place}()`, sentenceOf(words as (...args: unknown[]) => unknown)];
  else
    for (const [key, value] of Object.entries(words as object))
      yield* wordsIn(value, place ? `${place}.${key}` : key);
}

function sentenceOf(make: (...args: unknown[]) => unknown): string {
  try {
    return String(make(...Array.from({ length: make.length }, (_, i) => `⁂${i}`)));
  } catch {
    return "";
  }
}

test("German and Spanish have the same words, and leave nothing out that a sentence is made of", () => {
  const [theirs, others] = [new Map(wordsIn(german)), new Map(wordsIn(spanish))];
  expect([...theirs.keys()].sort()).toEqual([...others.keys()].sort());
  const marks = (sentence = "") => [...new Set(sentence.match(/⁂\d/g))].sort().join();
  const differ = [...theirs].filter(([place, sentence]) => marks(sentence) !== marks(others.get(place)));
  expect(differ).toEqual([]);
});

test("each language has its own quotation marks", () => {
  const sentences = (words: unknown) => [...wordsIn(words)].map(([, sentence]) => sentence);
  expect(sentences(german).filter((sentence) => /["'«»”]/.test(sentence))).toEqual([]);
  expect(sentences(spanish).filter((sentence) => /["'„“”]/.test(sentence))).toEqual([]);
});
