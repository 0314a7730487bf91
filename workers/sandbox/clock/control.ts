import { Hono } from "hono";
import { z } from "zod";
import { backstage } from "../backstage";
import type { SandboxHono } from "../environment";
import { letTimePass } from "../payments/time-passing";
import { jsonBody } from "../request-body";
import { clockOffset, FURTHEST_MS, setClockOffset } from "./product-clock";

const newOffset = z.strictObject({ offsetMs: z.int().min(-FURTHEST_MS).max(FURTHEST_MS) });

async function reading(directory: D1Database) {
  const offsetMs = await clockOffset(directory);
  return { offsetMs, now: new Date(Date.now() + offsetMs).toISOString() };
}

/** The clock for tests and scripts, below `/_sandbox`. */
export const clockControl = new Hono<SandboxHono>();

clockControl.get("/clock", async (c) => c.json(await reading(c.env.DIRECTORY)));

clockControl.post("/clock", async (c) => {
  const { offsetMs } = await jsonBody(c.req.raw, newOffset);
  await setClockOffset(c.env.DIRECTORY, offsetMs);
  await letTimePass(backstage(c));
  return c.json(await reading(c.env.DIRECTORY));
});
