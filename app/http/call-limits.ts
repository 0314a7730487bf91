import type { Context, Next } from "hono";
import { AppError } from "../lib/app-error";
import { type Instant, SECOND } from "../lib/time";
import { type CallLimit, type CallsLeft, callCounter, WINDOW } from "./call-counter";
import type { HttpEnv } from "./hono-env";
import { tooManyPage } from "./too-many-page";
import { visitorNetwork } from "./visitor-network";

/** API calls and changes: of one network at one studio, and of one member who comes with a token or a key. */
export const callLimits = {
  network: { name: "network", most: 100 },
  member: { name: "member", most: 100 },
  webhooks: { name: "webhooks", most: 1200 },
} as const satisfies Record<string, CallLimit>;

/** Tells every caller who is counted what is left, in the fields of draft-ietf-httpapi-ratelimit-headers-10. */
export async function tellLimits(c: Context<HttpEnv>, next: Next) {
  c.set("calls", []);
  await next();
  const { calls } = c.var;
  if (calls.length === 0) return;
  const now = nowOf(c);
  const policy = calls.map(({ limit }) => `"${limit.name}";q=${limit.most};w=${WINDOW / SECOND}`);
  const left = calls.map((each) => `"${each.limit.name}";r=${each.left};t=${secondsUntil(each, now)}`);
  c.res.headers.set("RateLimit-Policy", policy.join(", "));
  c.res.headers.set("RateLimit", left.join(", "));
  const over = calls.filter((each) => each.over);
  if (over.length > 0)
    c.res.headers.set("Retry-After", String(Math.max(...over.map((each) => secondsUntil(each, now)))));
}

/** Counts a call for the network that it comes from, at this studio (or the platform). */
export function limitNetwork(isCounted: (request: Request) => boolean, limit: CallLimit) {
  return async (c: Context<HttpEnv>, next: Next) => {
    if (!isCounted(c.req.raw)) return next();
    return answered(c, next, limit, visitorNetwork(c.req.raw));
  };
}

/** Counts a call with a token or a key for its member as well, wherever they call from. */
export function limitMember(isCounted: (request: Request) => boolean) {
  return async (c: Context<HttpEnv>, next: Next) => {
    const actor = c.var.studio?.actor;
    const comesByProgram = actor?.proof?.by === "token" || actor?.proof?.by === "key";
    if (!actor?.id || !comesByProgram || !isCounted(c.req.raw)) return next();
    return answered(c, next, callLimits.member, actor.id);
  };
}

async function answered(c: Context<HttpEnv>, next: Next, limit: CallLimit, who: string) {
  const subject = `${c.var.studio?.tenant.id ?? "platform"}:${who}`;
  const calls = callCounter.count(subject, limit, nowOf(c));
  // Counts for the whole data centre, where the installation has it; webhooks have room enough without.
  const binding = limit.name === "webhooks" ? undefined : c.env.CALL_LIMIT;
  if (!calls.over && binding && !(await binding.limit({ key: `${limit.name}:${subject}` })).success) {
    calls.over = true;
    calls.left = 0;
  }
  c.var.calls.push(calls);
  if (!calls.over) return next();
  const retryAfterSeconds = secondsUntil(calls, nowOf(c));
  if (isForPrograms(c.req.path))
    throw new AppError("rate_limited", `Too many calls. Try again in ${retryAfterSeconds} seconds.`, {
      retryAfterSeconds,
    });
  if (c.req.path.endsWith(".data")) {
    c.set("tooMany", retryAfterSeconds);
    return next();
  }
  return tooManyPage(c, retryAfterSeconds);
}

const isForPrograms = (path: string) => path.startsWith("/api/") || path.startsWith("/webhooks/");

const nowOf = (c: Context<HttpEnv>): Instant => c.var.studio?.clock.now() ?? Date.now();

const secondsUntil = ({ resetsAt }: CallsLeft, now: Instant) =>
  Math.max(1, Math.ceil((resetsAt - now) / SECOND));
