import { parseArgs } from "node:util";
import { z } from "zod";
import type { Argument, Command } from "./command";
import { UsageError } from "./refusal";

const environment = z.enum(["local", "production"], "--env is local or production.").default("local");

/** What the command line asks for, checked. */
export interface Input {
  env: z.infer<typeof environment>;
  input: unknown;
}

/** Reads and checks the words after a command. Throws a UsageError that names every mistake. */
export async function readInput(command: Command, words: string[]): Promise<Input> {
  const { values, positionals } = split(command, words);
  const expected = command.arguments.filter((each) => each.positional);
  const surplus = positionals[expected.length];
  if (surplus !== undefined) throw new UsageError(`"${surplus}" is one word too many. ${seeHelp(command)}`);
  const { env, json: _, help: __, ...given } = values;
  expected.forEach((argument, i) => {
    given[argument.name] = positionals[i];
  });
  const missing = command.arguments.filter((each) => each.required && given[each.name] === undefined);
  if (missing.length > 0) {
    throw new UsageError(`${missing.map(nameOf).join(", ")}: missing. ${seeHelp(command)}`);
  }
  const checkedEnv = environment.safeParse(env);
  const checked = await command.input.safeParseAsync(given);
  if (!checkedEnv.success || !checked.success) {
    const issues = [...(checkedEnv.error?.issues ?? []), ...(checked.error?.issues ?? [])];
    throw new UsageError([...new Set(issues.map((issue) => sentence(command, issue)))].join("\n"));
  }
  return { env: checkedEnv.data, input: checked.data };
}

function split(command: Command, words: string[]) {
  const options = command.arguments.filter((each) => !each.positional);
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        env: { type: "string" },
        json: { type: "boolean" },
        help: { type: "boolean" },
        ...Object.fromEntries(
          options.map(({ name, flag }) => [
            name,
            { type: flag ? ("boolean" as const) : ("string" as const) },
          ]),
        ),
      },
    }) as { values: Record<string, string | boolean | undefined>; positionals: string[] };
  } catch (error) {
    const [first = ""] = (error as Error).message.split(/\. |\n/);
    throw new UsageError(`${first.replace(/\.$/, "")}. ${seeHelp(command)}`);
  }
}

/** The mistake, after the name of the argument that it is about. */
function sentence(command: Command, issue: z.core.$ZodIssue): string {
  const argument = command.arguments.find(({ name }) => name === issue.path[0]);
  return argument ? `${nameOf(argument)}: ${issue.message}` : issue.message;
}

function nameOf({ name, positional }: Argument): string {
  return positional ? name.toUpperCase() : `--${name}`;
}

function seeHelp(command: Command): string {
  return `See npm run admin -- ${command.name} --help`;
}
