import type { z } from "zod";
import type { Platform } from "./platform";

/** A value that a command takes. */
export interface Argument {
  /** The option's name without dashes, or what stands for a word that is given without one. */
  name: string;
  about: string;
  /** Given as a word after the command instead of as an option. */
  positional?: boolean;
  /** An option that is there or not, without a value. */
  flag?: boolean;
  required?: boolean;
}

/** One thing that `npm run admin` can do. */
export interface Command<Value = unknown, Result = unknown> {
  name: string;
  about: string;
  arguments: readonly Argument[];
  /** More to say in its help. */
  notes?: string;
  /** What the arguments, by their names, must be. */
  input: z.ZodType<Value>;
  /** Works on a platform that has no databases yet. */
  mayStartAnew: boolean;
  /** Does it, and may be called again after a failure. Throws a Refusal when it cannot be done. */
  run(platform: Platform, value: Value): Promise<Result>;
  /** The result for people. */
  show(result: Result): string;
}

/** Keeps what a command takes and gives in step, and hides it from whoever runs commands of any kind. */
export function defineCommand<Value, Result>(command: Command<Value, Result>): Command {
  return command as unknown as Command;
}

const COMMON: readonly Argument[] = [
  { name: "env", about: "local (the default: STATE_DIR on this machine) or production (Cloudflare)" },
  { name: "json", about: "print JSON", flag: true },
  { name: "help", about: "print this", flag: true },
];

/** What `npm run admin -- --help` prints. */
export function generalHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    "npm run admin -- COMMAND [OPTIONS]",
    "",
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.about}`),
    "",
    ...optionLines(COMMON),
    "",
    "npm run admin -- COMMAND --help tells what a command takes. The local state is that of STATE_DIR (default",
    ".wrangler/state), also while npm start is running. Ends with 0 when done, 1 when refused, 2 when the command",
    "was not understood; npm run --silent admin -- COMMAND --json keeps npm's own lines out.",
  ].join("\n");
}

/** What `npm run admin -- COMMAND --help` prints. */
export function commandHelp(command: Command): string {
  const words = command.arguments.filter((each) => each.positional);
  const options = command.arguments.filter((each) => !each.positional);
  const usage = [
    "npm run admin --",
    command.name,
    ...words.map(({ name }) => name.toUpperCase()),
    "[OPTIONS]",
  ];
  return [
    usage.join(" "),
    "",
    command.about,
    "",
    ...optionLines([...words, ...options, ...COMMON]),
    ...(command.notes ? ["", command.notes] : []),
  ].join("\n");
}

function optionLines(all: readonly Argument[]): string[] {
  const names = all.map(({ name, positional, flag }) =>
    positional ? name.toUpperCase() : `--${name}${flag ? "" : " …"}`,
  );
  const width = Math.max(...names.map((name) => name.length));
  return all.map(
    ({ about, required }, i) => `  ${names[i]?.padEnd(width)}  ${about}${required ? " (required)" : ""}`,
  );
}
