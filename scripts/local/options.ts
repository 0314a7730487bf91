import { readdir } from "node:fs/promises";
import { createServer } from "node:net";
import { parseArgs } from "node:util";
import { SentenceError } from "../sentence";

/** How the product is to run on this machine. */
export interface Options {
  port: number;
  stateDir: string;
  /** A folder of JPEG files for the demo. */
  photos: string | undefined;
  fresh: boolean;
  seed: boolean;
}

const DEFAULT_PORT = 8787;
export const DEFAULT_STATE_DIR = ".wrangler/state";

export const OPTIONS_HELP = `  --photos DIR  fill the demo galleries with the JPEG files of a folder
  --fresh       remove the local state first
  --no-seed     start without the demo

PORT (default ${DEFAULT_PORT}) and STATE_DIR (default ${DEFAULT_STATE_DIR}) are read from the environment.`;

/** Reads options and environment; null when help was asked for. */
export async function readOptions(args: string[], usage: string): Promise<Options | null> {
  const values = parse(args, usage);
  if (values.help) return null;
  if (values.photos !== undefined) await assertPhotos(values.photos);
  return {
    port: portFrom(process.env.PORT),
    stateDir: process.env.STATE_DIR || DEFAULT_STATE_DIR,
    photos: values.photos,
    fresh: values.fresh,
    seed: !values["no-seed"],
  };
}

function parse(args: string[], usage: string) {
  try {
    return parseArgs({
      args,
      options: {
        photos: { type: "string" },
        fresh: { type: "boolean", default: false },
        "no-seed": { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    const [sentence] = (error as Error).message.split(". ");
    throw new SentenceError(`${sentence?.replace(/\.$/, "")}.\n\n${usage}`);
  }
}

/** The port that the environment asks for. */
export function portFrom(text: string | undefined): number {
  if (!text) return DEFAULT_PORT;
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port;
  throw new SentenceError(`PORT is ${text}, but a port is a number from 1 to 65535.`);
}

async function assertPhotos(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => {
    throw new SentenceError(`There is no folder ${folder}.`);
  });
  if (!names.some((name) => /\.jpe?g$/i.test(name))) {
    throw new SentenceError(`There are no JPEG files in ${folder}.`);
  }
}

/** Throws a sentence when something answers at the port already, or this account may not use it. */
export async function assertFree(port: number): Promise<void> {
  for (const host of ["127.0.0.1", "::1"]) {
    const code = await whyNotFree(port, host);
    if (code === "EADDRINUSE") {
      throw new SentenceError(
        `Port ${port} is taken. Stop what uses it, or choose another: PORT=${port === 65535 ? 8788 : port + 1} npm start`,
      );
    }
    if (code === "EACCES") {
      throw new SentenceError(
        `Port ${port} needs rights that this account does not have. Choose another: PORT=8788 npm start`,
      );
    }
  }
}

/** Why a server cannot listen there; null when it can. A machine without IPv6 is as good as a free port. */
function whyNotFree(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "unknown"));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(null)));
  });
}
