/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import { backstage } from "../backstage";
import { clockOffset } from "../clock/product-clock";
import type { SandboxHono } from "../environment";
import { countMessages } from "../mailbox/messages";
import { countEvents } from "../payments/events";
import { countObjects, selectObjects } from "../payments/objects";
import { SessionList } from "../payments/session-list";
import { type SessionRecord, sessionRecord } from "../payments/session-record";
import { letTimePass } from "../payments/time-passing";
import { Page } from "./layout";
import { spanInWords } from "./moment";
import { showPage } from "./show-page";

interface Overview {
  sessions: SessionRecord[];
  sessionCount: number;
  eventCount: number;
  mailCount: number;
  offsetMs: number;
}

/** The start page, at `/`. */
export const startPage = new Hono<SandboxHono>();

startPage.get("/", async (c) => {
  await letTimePass(backstage(c));
  const db = c.env.SANDBOX_DB;
  const [recent, sessionCount, eventCount, mailCount, offsetMs] = await Promise.all([
    selectObjects(db, "session", { limit: 8 }),
    countObjects(db, "session"),
    countEvents(db),
    countMessages(db),
    clockOffset(c.env.DIRECTORY),
  ]);
  return showPage(
    c,
    <StartPage {...{ sessions: recent.map(sessionRecord), sessionCount, eventCount, mailCount, offsetMs }} />,
  );
});

function StartPage({ sessions, sessionCount, eventCount, mailCount, offsetMs }: Overview) {
  return (
    <Page title="Start" current="/">
      <h1>The sandbox</h1>
      <p class="lead">
        Stands in for the outside world on your own machine; nothing here exists in production.
      </p>
      <ul class="cards">
        <Card path="/payments" name="Payments" fact={counted(sessionCount, "checkout session")} />
        <Card path="/events" name="Webhooks" fact={counted(eventCount, "event")} />
        <Card path="/mailbox" name="Mailbox" fact={counted(mailCount, "mail")} />
        <Card path="/clock" name="Clock" fact={offsetMs === 0 ? "the present" : spanInWords(offsetMs)} />
      </ul>
      <h2>Recent payments</h2>
      <SessionList sessions={sessions} />
    </Page>
  );
}

function Card({ path, name, fact }: { path: string; name: string; fact: string }) {
  return (
    <li>
      <a href={path}>
        <strong>{name}</strong>
        <span class="muted">{fact}</span>
      </a>
    </li>
  );
}

/** "1 mail", "2 mails". */
function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
