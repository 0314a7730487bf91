import type { BatchItem } from "drizzle-orm/batch";
import type { z } from "zod";
import type { Database } from "../db/remote-database";
import type { QueueName, Studio } from "../tenancy/studio";

/** What every Worker needs to know of a job in order to ask for it. */
export interface JobDefinition<Payload> {
  name: string;
  queue: QueueName;
  payload: z.ZodType<Payload>;
  /**
   * The statement that takes back what giving up did, so that the job finds its work waiting again. It changes no row
   * when what the job is about has moved on.
   */
  revive?(db: Database, payload: Payload): BatchItem<"sqlite">;
}

/** What the Worker that does the job needs besides. */
export interface JobHandler {
  definition: Pick<JobDefinition<never>, "name" | "queue">;
  /** Does the work. It may run twice, and twice at once: its effect must be the same as of once. */
  run(studio: Studio, payload: string): Promise<void>;
  /** Called when no attempt is left; a payload that cannot be read is about nothing that could be given up. */
  giveUp(studio: Studio, payload: string): Promise<void>;
}

export function defineJob<Payload>(definition: JobDefinition<Payload>): JobDefinition<Payload> {
  return definition;
}

/** Binds a job to the code that does it, in the Worker that has this code. */
export function handle<Payload>(
  definition: JobDefinition<Payload>,
  run: (studio: Studio, payload: Payload) => Promise<void>,
  giveUp: (studio: Studio, payload: Payload) => Promise<void> = async () => {},
): JobHandler {
  const read = (payload: string) => definition.payload.parse(JSON.parse(payload));
  return {
    definition: definition as Pick<JobDefinition<never>, "name" | "queue">,
    run: (studio, payload) => run(studio, read(payload)),
    giveUp: async (studio, payload) => {
      const { success, data } = definition.payload.safeParse(JSON.parse(payload));
      if (success) await giveUp(studio, data);
    },
  };
}
