import { afterEach, beforeAll, expect, it } from "vitest";
import { ask, ensureDirectory, pull, SANDBOX, setClock, submit } from "./testing";

const DAY = 86_400_000;

beforeAll(ensureDirectory);
afterEach(() => setClock(0));

const mail = (id: string, changes = {}) => ({
  id,
  from: "Studio Lindqvist <studio@safelight.test>",
  to: "anna@example.com",
  subject: "Your gallery is ready",
  html: '<p>Hello "Anna"</p><a href="http://studio.localhost:8787/g/1">Open</a>',
  text: "Hello Anna",
  ...changes,
});

async function mails(to: string): Promise<{ id: string; subject: string; html: string; text: string }[]> {
  return (await ask(`/_sandbox/mail?to=${encodeURIComponent(to)}`)).json();
}

async function offset(): Promise<number> {
  return ((await (await ask("/_sandbox/clock")).json()) as { offsetMs: number }).offsetMs;
}

it("a second mail of one id changes nothing", async () => {
  const to = "once@example.com";
  expect((await pull("/_sandbox/mail", mail("once", { to }))).status).toBe(201);
  const again = await pull("/_sandbox/mail", mail("once", { to, subject: "Changed" }));
  expect(await again.json()).toEqual({ id: "once", kept: false });
  expect((await mails(to)).map(({ subject }) => subject)).toEqual(["Your gallery is ready"]);
});

it("mails are listed newest first, with their bodies, for exactly one address", async () => {
  await pull("/_sandbox/mail", mail("list-1", { to: "Ben Ek <Ben@Example.com>" }));
  await pull("/_sandbox/mail", mail("list-2", { to: "ben@example.com", text: "Second" }));
  await pull("/_sandbox/mail", mail("list-3", { to: "not-ben@example.com" }));
  const listed = await mails("ben@example.com");
  expect(listed.map(({ id }) => id)).toEqual(["list-2", "list-1"]);
  expect(listed[0]).toMatchObject({ text: "Second", html: mail("").html });
});

it.each([
  ["a mail without an address", mail("bad", { to: "nobody" })],
  ["a mail with a field nobody knows", mail("bad", { bcc: "x@example.com" })],
  ["something that is no mail", "hello"],
])("%s is refused", async (_what, body) => {
  const response = await pull("/_sandbox/mail", body);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { type: "invalid_body" } });
});

it("the mailbox filters by a part of the address", async () => {
  await pull("/_sandbox/mail", mail("filter", { to: "clara@filter.example", subject: "For Clara" }));
  expect(await (await ask("/mailbox?to=CLARA@")).text()).toContain("For Clara");
  expect(await (await ask("/mailbox?to=dora@")).text()).not.toContain("For Clara");
});

it("a mail is shown inside a frame that runs no script and opens links in the whole window", async () => {
  await pull(
    "/_sandbox/mail",
    mail("a/b?c", { to: "frame@example.com", html: '<p title="x">Hi</p><script>1</script>' }),
  );
  const page = await (await ask(`/mailbox/${encodeURIComponent("a/b?c")}`)).text();
  expect(page).toContain('sandbox="allow-popups allow-top-navigation-by-user-activation"');
  expect(page).toContain('srcdoc="&lt;base target=&quot;_top&quot;&gt;&lt;p title=&quot;x&quot;&gt;Hi');
  expect(page).not.toContain("<script");
});

it("a mail that is not there is a page that says so", async () => {
  const response = await ask("/mailbox/none");
  expect(response.status).toBe(404);
  expect(await response.text()).toContain("Nothing here");
});

it("the clock is set and read as an offset", async () => {
  const response = await pull("/_sandbox/clock", { offsetMs: 5 * DAY });
  const { offsetMs, now } = (await response.json()) as { offsetMs: number; now: string };
  expect(offsetMs).toBe(5 * DAY);
  expect(Math.abs(Date.parse(now) - Date.now() - 5 * DAY)).toBeLessThan(5000);
  expect((await pull("/_sandbox/clock", { offsetMs: "5" })).status).toBe(400);
  expect((await pull("/_sandbox/clock", { offsetMs: 1e15 })).status).toBe(400);
});

it("the clock's buttons add up, jump, and lead back to the present", async () => {
  await submit("/clock", { move: "step", ms: String(DAY) });
  await submit("/clock", { move: "step", ms: String(7 * DAY) });
  expect(await offset()).toBe(8 * DAY);
  const target = new Date(Date.now() + 40 * DAY).toISOString().slice(0, 16);
  await submit("/clock", { move: "jump", moment: target });
  expect(Math.abs((await offset()) - (Date.parse(`${target}Z`) - Date.now()))).toBeLessThan(5000);
  const response = await submit("/clock", { move: "back" });
  expect([response.status, response.headers.get("location")]).toEqual([303, "/clock"]);
  expect(await offset()).toBe(0);
});

it("a jump beyond twenty years leaves the clock alone and says why", async () => {
  const response = await submit("/clock", { move: "jump", moment: "2999-01-01T00:00" });
  expect(await (await ask(response.headers.get("location") ?? "")).text()).toContain("at most twenty years");
  expect(await offset()).toBe(0);
});

it.each<Record<string, string>>([
  { move: "step", ms: "-1" },
  { move: "jump", moment: "soon" },
  { move: "fly" },
])("the clock refuses %o", async (fields) => {
  expect((await submit("/clock", fields)).status).toBe(400);
  expect(await offset()).toBe(0);
});

it.each([
  "/clock",
  "/_sandbox/clock",
  "/_sandbox/mail",
  "/_sandbox/faults",
  "/v1/checkout/sessions",
  "/events/x/deliver",
])("another origin cannot post to %s", async (path) => {
  const response = await ask(path, { method: "POST", headers: { origin: "http://evil.localhost:8787" } });
  expect(response.status).toBe(403);
});

it("the sandbox's own origin may post to its levers", async () => {
  const headers = { origin: SANDBOX, "content-type": "application/json" };
  const body = JSON.stringify({ drop: false });
  expect((await ask("/_sandbox/faults", { method: "POST", headers, body })).status).toBe(200);
});

it("the start page says what this is and counts what there is", async () => {
  await pull("/_sandbox/mail", mail("start", { to: "start@example.com" }));
  const page = await (await ask("/")).text();
  expect(page).toContain(
    "Stands in for the outside world on your own machine; nothing here exists in production.",
  );
  expect(page).toMatch(/\d+ mails?</);
});
