type Level = "info" | "warn" | "error";
type Fields = Record<string, string | number | boolean | null | undefined>;

/**
 * One structured line for the operator. Fields carry ids, counts and names of things; never an e-mail
 * address, a token or what a person wrote.
 */
export function log(level: Level, message: string, fields: Fields = {}): void {
  console[level](JSON.stringify({ level, message, ...fields }));
}

/** What an operator needs of an unexpected error; the message may hold data, so only the first line of it. */
export function errorFields(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: typeof error };
  return {
    error: error.name,
    detail: withoutPersonalData(`${error.message.split("\n")[0]}${causeOf(error)}`),
    stack: framesOf(error.stack ?? ""),
  };
}

/** The first frames of a stack. Its message stands before them, on as many lines as it has, and may hold data. */
function framesOf(stack: string): string {
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
  return frames.slice(0, 3).join(" | ");
}

function causeOf(error: Error): string {
  return error.cause instanceof Error ? `: ${error.cause.message.split("\n")[0]}` : "";
}

/** Takes e-mail addresses and long opaque strings (tokens, keys, hashes) out of a text. */
function withoutPersonalData(text: string): string {
  return text
    .replace(/[^\s"'<>]+@[^\s"'<>]+/g, "<e-mail>")
    .replace(/\b(?:sk|whsec|sla|slr|slk|buy|cs)_[\w-]+/g, "<secret>")
    .slice(0, 500);
}
