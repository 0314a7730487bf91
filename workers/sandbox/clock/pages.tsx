/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import { z } from "zod";
import { backstage } from "../backstage";
import type { SandboxHono } from "../environment";
import { Page } from "../pages/layout";
import { Moment, spanInWords } from "../pages/moment";
import { showPage } from "../pages/show-page";
import { letTimePass } from "../payments/time-passing";
import { formFields } from "../request-body";
import { advanceClock, clockOffset, FURTHEST_MS, setClockOffset } from "./product-clock";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The steps on offer, in milliseconds. */
const STEPS = [
  { label: "+1 hour", ms: HOUR },
  { label: "+1 day", ms: DAY },
  { label: "+7 days", ms: 7 * DAY },
  { label: "+14 days", ms: 14 * DAY },
  { label: "+30 days", ms: 30 * DAY },
];

/** A step forward, a jump to a moment (read as UTC), or the way back. */
const clockForm = z.discriminatedUnion("move", [
  z.strictObject({
    move: z.literal("step"),
    ms: z.coerce
      .number()
      .int()
      .min(1)
      .max(30 * DAY),
  }),
  z.strictObject({
    move: z.literal("jump"),
    moment: z.iso
      .datetime({ local: true, error: "Choose a date and a time." })
      .transform((text) => Date.parse(`${text}Z`)),
  }),
  z.strictObject({ move: z.literal("back") }),
]);

/** The clock's page, at `/clock`. */
export const clockPages = new Hono<SandboxHono>();

clockPages.get("/", async (c) =>
  showPage(
    c,
    <ClockPage offsetMs={await clockOffset(c.env.DIRECTORY)} tooFar={c.req.query("far") === "1"} />,
  ),
);

clockPages.post("/", async (c) => {
  const moved = await moveClock(c.env.DIRECTORY, await formFields(c.req.raw, clockForm));
  await letTimePass(backstage(c));
  return c.redirect(moved ? "/clock" : "/clock?far=1", 303);
});

/** Carries out a move; false when it would lead further than FURTHEST_MS. */
async function moveClock(directory: D1Database, move: z.output<typeof clockForm>): Promise<boolean> {
  if (move.move === "step") await advanceClock(directory, move.ms);
  if (move.move === "back") await setClockOffset(directory, 0);
  if (move.move !== "jump") return true;
  const offsetMs = move.moment - Date.now();
  if (Math.abs(offsetMs) > FURTHEST_MS) return false;
  await setClockOffset(directory, offsetMs);
  return true;
}

function ClockPage({ offsetMs, tooFar }: { offsetMs: number; tooFar: boolean }) {
  const now = Date.now();
  return (
    <Page title="Clock" current="/clock">
      <h1>Clock</h1>
      <p class="lead">
        The product reads its time from here, so that an expiry in a month can be seen today.
      </p>
      {tooFar && (
        <p class="notice bad" role="alert">
          The clock stays where it was: it moves at most twenty years from the present.
        </p>
      )}
      <dl class="clocks">
        <div>
          <dt>The product’s time</dt>
          <dd>
            <Moment at={now + offsetMs} />
          </dd>
        </div>
        <div>
          <dt>Real time</dt>
          <dd>
            <Moment at={now} />
          </dd>
        </div>
      </dl>
      <p>
        {offsetMs === 0 ? "The product lives in the present." : `The product is ${spanInWords(offsetMs)}.`}
      </p>
      <h2>Move on</h2>
      <div class="buttons">
        {STEPS.map((step) => (
          <form key={step.label} method="post" action="/clock">
            <input type="hidden" name="move" value="step" />
            <input type="hidden" name="ms" value={String(step.ms)} />
            <button type="submit">{step.label}</button>
          </form>
        ))}
      </div>
      <h2>Jump</h2>
      <form method="post" action="/clock" class="bar">
        <input type="hidden" name="move" value="jump" />
        <label for="moment">To a date and time (UTC)</label>
        <input
          id="moment"
          name="moment"
          type="datetime-local"
          required
          value={new Date(now + offsetMs).toISOString().slice(0, 16)}
        />
        <button type="submit">Jump</button>
      </form>
      <form method="post" action="/clock" class="apart">
        <input type="hidden" name="move" value="back" />
        <button type="submit" class="primary">
          Back to the present
        </button>
      </form>
      <p class="muted">
        Checkout sessions whose time has run out expire as the clock passes them, and stay expired when it
        goes back.
      </p>
    </Page>
  );
}
