import type { TableRows } from "../table-rows";

/** Words that can be told from others: ids, tokens, hashes, names of files. */
const WORD = /[\w-]{8,}/g;

const wordsIn = (text: string): string[] => text.match(WORD) ?? [];

const CONTROL = /[^\w-]/;

/** What stands in a database and nowhere else: words, and whole texts such as names and addresses. */
export class Secrets {
  private constructor(
    private readonly words: ReadonlySet<string>,
    private readonly texts: readonly string[],
  ) {}

  /**
   * What is to be found in some rows, and in nothing else that somebody knows already.
   *
   * @param marks words besides, that stand in files
   * @param known texts in which everything is known
   */
  static of(rows: TableRows, marks: readonly string[], known: readonly string[]): Secrets {
    const cells = [...rows.values()]
      .flatMap((table) => [...table.values()])
      .flatMap((row) => Object.values(JSON.parse(row) as Record<string, unknown>))
      .filter((cell) => typeof cell === "string");
    const everything = known.join("\n");
    const knownWords = new Set(wordsIn(everything));
    const words = [...cells.flatMap(wordsIn), ...marks].filter((word) => !knownWords.has(word));
    // Rows are known as JSON, where a text with quotes in it stands otherwise.
    const isKnown = (cell: string) =>
      everything.includes(cell) || everything.includes(JSON.stringify(cell).slice(1, -1));
    const texts = cells.filter((cell) => cell.length >= 8 && CONTROL.test(cell) && !isKnown(cell));
    return new Secrets(new Set(words), [...new Set(texts)]);
  }

  get size(): number {
    return this.words.size + this.texts.length;
  }

  /** Those that an answer shows and that whoever asked had not said themselves. */
  shownIn(answer: string, said: string): string[] {
    const saidWords = new Set(wordsIn(said));
    return [
      ...wordsIn(answer).filter((word) => this.words.has(word) && !saidWords.has(word)),
      ...this.texts.filter((text) => answer.includes(text) && !said.includes(text)),
    ];
  }
}
