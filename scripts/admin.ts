import { clearAlertCommand, listAlertsCommand } from "./admin/alerts";
import { verifyAuditCommand } from "./admin/audit";
import { type Command, commandHelp, generalHelp } from "./admin/command";
import { createStudioCommand } from "./admin/create-studio";
import { listJobsCommand, retryJobCommand } from "./admin/jobs";
import { listStudiosCommand } from "./admin/list-studios";
import { openPlatform } from "./admin/open-platform";
import { poolFillCommand, poolStatusCommand } from "./admin/pool";
import { type Input, readInput } from "./admin/read-input";
import { reconcileCommand } from "./admin/reconcile";
import { Refusal, UsageError } from "./admin/refusal";
import { retryWhileLocked } from "./admin/retry-while-locked";
import { resumeCommand, suspendCommand } from "./admin/set-status";
import { waitListCommand } from "./admin/wait-list";

const commands: readonly Command[] = [
  listStudiosCommand,
  createStudioCommand,
  suspendCommand,
  resumeCommand,
  poolStatusCommand,
  poolFillCommand,
  listJobsCommand,
  retryJobCommand,
  listAlertsCommand,
  clearAlertCommand,
  waitListCommand,
  verifyAuditCommand,
  reconcileCommand,
];

const USAGE_STATUS = 2;
const REFUSED_STATUS = 1;

/** `npm run admin`: 0 when done, 1 when refused, 2 when it was not understood. */
export async function main(args: string[]): Promise<number> {
  const json = args.includes("--json");
  try {
    return await obey(args, json);
  } catch (error) {
    if (error instanceof UsageError) return tell(json, "usage", error.message, USAGE_STATUS);
    if (error instanceof Refusal) return tell(json, error.type, error.message, REFUSED_STATUS);
    throw error;
  }
}

async function obey(args: string[], json: boolean): Promise<number> {
  const command = commands.find(({ name }) => name === args.slice(0, wordsOf(name)).join(" "));
  if (args.includes("--help")) {
    console.log(command ? commandHelp(command) : generalHelp(commands));
    return 0;
  }
  if (!command) {
    const words = args.filter((arg) => !arg.startsWith("-")).join(" ");
    throw new UsageError(
      `${words ? `There is no command "${words}".` : "Name a command."}\n\n${generalHelp(commands)}`,
    );
  }
  await run(command, await readInput(command, args.slice(wordsOf(command.name))), json);
  return 0;
}

const wordsOf = (name: string) => name.split(" ").length;

async function run(command: Command, { env, input }: Input, json: boolean): Promise<void> {
  const platform = await openPlatform(env, { mayBeNew: command.mayStartAnew });
  try {
    const result = await retryWhileLocked(() => command.run(platform, input));
    console.log(json ? JSON.stringify(result, null, 2) : command.show(result));
  } finally {
    await platform.close();
  }
}

function tell(json: boolean, type: string, message: string, status: number): number {
  console.error(json ? JSON.stringify({ error: { type, message } }) : message);
  return status;
}
