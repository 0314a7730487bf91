import type { Context } from "hono";
import type { SandboxEnv } from "./environment";

/** What background work needs of a request: its bindings, and a way to outlive the response. */
export interface Backstage {
  env: SandboxEnv;
  waitUntil(work: Promise<unknown>): void;
}

export function backstage<Hono extends { Bindings: SandboxEnv }>(c: Context<Hono>): Backstage {
  return { env: c.env, waitUntil: (work) => c.executionCtx.waitUntil(work) };
}
