import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { SeedPhoto } from "./seed";

type DemoStudio = "aurora" | "borealis";

/** What the process that makes the photos tells, one message a photo; no photo means that there are no more. */
export interface RollMessage {
  studio: DemoStudio;
  photo: SeedPhoto | null;
}

/** The demo's own photos while they are made in a process of their own, beside the build. */
export interface DemoRoll {
  photosOf(studio: DemoStudio): AsyncIterator<SeedPhoto>;
  /** Ends the process, whether or not it has made them all. */
  end(): void;
}

const program = fileURLToPath(new URL("./make-demo-roll.ts", import.meta.url));

/** Starts making the demo's photos; they are kept in memory until they are asked for. */
export function startDemoRoll(): DemoRoll {
  const child = fork(program, [], { execArgv: ["--import", "tsx"], serialization: "advanced" });
  const rolls = { aurora: openRoll(), borealis: openRoll() };
  child.on("message", ({ studio, photo }: RollMessage) => {
    if (photo) rolls[studio].add(photo);
    else rolls[studio].close();
  });
  const fail = (reason: string) => {
    for (const roll of Object.values(rolls)) roll.fail(new Error(`The demo's photos broke off: ${reason}.`));
  };
  child.once("error", (error) => fail(error.message));
  child.once("close", (code, signal) => fail(`their process ended with ${signal ?? code}`));
  return {
    photosOf: (studio) => rolls[studio].photos[Symbol.asyncIterator](),
    end: () => void child.kill("SIGKILL"),
  };
}

/** Photos that one end puts in as they come and the other takes out when it is ready for them. */
function openRoll() {
  let end: ReadableStreamDefaultController<SeedPhoto> | undefined;
  const photos = new ReadableStream<SeedPhoto>({
    start(controller) {
      end = controller;
    },
  });
  return {
    photos: photos as unknown as AsyncIterable<SeedPhoto>,
    add: (photo: SeedPhoto) => end?.enqueue(photo),
    close() {
      end?.close();
      end = undefined;
    },
    fail(error: Error) {
      end?.error(error);
      end = undefined;
    },
  };
}
