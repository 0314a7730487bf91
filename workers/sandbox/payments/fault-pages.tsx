/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import { z } from "zod";
import type { SandboxHono } from "../environment";
import { Page } from "../pages/layout";
import { showPage } from "../pages/show-page";
import { formFields } from "../request-body";
import { changeFaults } from "./delivery";
import { type Faults, readFaults } from "./faults";

const SWITCHES = [
  { name: "drop", label: "Drop new webhooks: they are kept and never sent unasked" },
  { name: "hold", label: "Hold new webhooks back, and send them in order once this is switched off" },
  { name: "reverse", label: "Hold new webhooks back, and send the newest first once this is switched off" },
  { name: "stale", label: "Sign webhooks as of ten minutes ago" },
  { name: "badSignature", label: "Sign webhooks with another secret" },
] as const;

const checked = z.literal("on").optional();

const faultForm = z.strictObject({
  drop: checked,
  hold: checked,
  reverse: checked,
  stale: checked,
  badSignature: checked,
  duplicate: z.coerce.number().int().min(1).max(25),
  refunds: z.enum(["succeed", "wait", "fail"]),
  api: z.enum(["works", "429", "500", "lost", "slow"]),
});

/** The page of faults, at `/faults`. */
export const faultPages = new Hono<SandboxHono>();

faultPages.get("/faults", async (c) =>
  showPage(c, <FaultPage faults={await readFaults(c.env.SANDBOX_DB)} />),
);

faultPages.post("/faults", async (c) => {
  const { api, duplicate, refunds, ...switches } = await formFields(c.req.raw, faultForm);
  const flags = Object.fromEntries(SWITCHES.map(({ name }) => [name, switches[name] === "on"]));
  await changeFaults(c.env, {
    ...flags,
    duplicate,
    refunds,
    answer: api === "429" || api === "500" ? { status: api === "429" ? 429 : 500, times: 1 } : null,
    lost: api === "lost" ? { times: 1 } : null,
    latency: api === "slow" ? { ms: 5000, times: 1 } : null,
  });
  return c.redirect("/faults", 303);
});

function FaultPage({ faults }: { faults: Faults }) {
  return (
    <Page title="Faults" current="/faults">
      <h1>Faults</h1>
      <p class="lead">
        What the payment provider and the way to it do wrong, for as long as it is switched on.
      </p>
      <form method="post" action="/faults" class="stack wide">
        <fieldset>
          <legend>Webhooks</legend>
          {SWITCHES.map(({ name, label }) => (
            <label class="check" key={name}>
              <input type="checkbox" name={name} checked={faults[name]} /> <span>{label}</span>
            </label>
          ))}
          <label for="duplicate">Send each this many times</label>
          <input
            id="duplicate"
            name="duplicate"
            type="number"
            min="1"
            max="25"
            required
            value={String(faults.duplicate)}
          />
        </fieldset>
        <fieldset>
          <legend>Payments</legend>
          <label for="refunds">New refunds</label>
          <select id="refunds" name="refunds">
            <Option value="succeed" chosen={faults.refunds} label="succeed at once" />
            <Option value="wait" chosen={faults.refunds} label="wait two days, and succeed" />
            <Option value="fail" chosen={faults.refunds} label="succeed, and fail two days later" />
          </select>
          <label for="api">The next call of the API</label>
          <select id="api" name="api">
            <Option value="works" chosen={apiFault(faults)} label="works" />
            <Option value="429" chosen={apiFault(faults)} label="is one too many (429)" />
            <Option value="500" chosen={apiFault(faults)} label="fails (500)" />
            <Option value="lost" chosen={apiFault(faults)} label="is carried out, and its answer is lost" />
            <Option value="slow" chosen={apiFault(faults)} label="takes five seconds" />
          </select>
        </fieldset>
        <button type="submit" class="primary">
          Switch
        </button>
      </form>
    </Page>
  );
}

function apiFault({ answer, latency, lost }: Faults): string {
  if (answer) return answer.status === 429 ? "429" : "500";
  if (lost) return "lost";
  return latency ? "slow" : "works";
}

function Option({ value, chosen, label }: { value: string; chosen: string; label: string }) {
  return (
    <option value={value} selected={value === chosen}>
      {label}
    </option>
  );
}
