/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { SandboxHono } from "../environment";
import { Page } from "../pages/layout";
import { Moment } from "../pages/moment";
import { showPage } from "../pages/show-page";
import { findMessage, type Message, type MessageHeading, messageHeadings } from "./messages";

/** The mailbox's pages, below `/mailbox`. */
export const mailboxPages = new Hono<SandboxHono>();

mailboxPages.get("/", async (c) => {
  const to = c.req.query("to") ?? "";
  return showPage(c, <MailboxPage to={to} messages={await messageHeadings(c.env.SANDBOX_DB, to)} />);
});

mailboxPages.get("/:id", async (c) => {
  const message = await findMessage(c.env.SANDBOX_DB, c.req.param("id"));
  if (message === null) return c.notFound();
  return showPage(c, <MessagePage message={message} />);
});

function MailboxPage({ to, messages }: { to: string; messages: MessageHeading[] }) {
  return (
    <Page title="Mailbox" current="/mailbox">
      <h1>Mailbox</h1>
      <p class="lead">Every mail the product sends on this machine. None of them leaves it.</p>
      <form method="get" action="/mailbox" class="bar">
        <label for="to">Sent to</label>
        <input id="to" name="to" type="search" value={to} placeholder="anna@example.com" autocomplete="off" />
        <button type="submit">Filter</button>
        {to && <a href="/mailbox">Show all</a>}
      </form>
      {messages.length === 0 ? (
        <p class="empty">{to ? `No mail to “${to}”.` : "No mail yet."}</p>
      ) : (
        <ul class="rows">
          {messages.map((message) => (
            <li key={message.id}>
              <a class="row stacks" href={`/mailbox/${encodeURIComponent(message.id)}`}>
                <strong class="whole">{message.subject || "(no subject)"}</strong>
                <span class="muted">{message.to}</span>
                <span class="muted end">
                  <Moment at={message.receivedAtMs} />
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

function MessagePage({ message }: { message: Message }) {
  return (
    <Page title={message.subject || "Mail"} current="/mailbox">
      <p>
        <a href="/mailbox">← Mailbox</a>
      </p>
      <h1>{message.subject || "(no subject)"}</h1>
      <dl class="facts">
        <dt>From</dt>
        <dd>{message.from}</dd>
        <dt>To</dt>
        <dd>{message.to}</dd>
        <dt>Received</dt>
        <dd>
          <Moment at={message.receivedAtMs} />
        </dd>
      </dl>
      <h2>As it looks</h2>
      <iframe
        class="mail"
        title="The mail as it looks"
        sandbox="allow-popups allow-top-navigation-by-user-activation"
        srcdoc={`<base target="_top">${message.html}`}
      />
      <h2>As text</h2>
      <pre class="mail-text">{message.text || "(This mail has no text version.)"}</pre>
    </Page>
  );
}
