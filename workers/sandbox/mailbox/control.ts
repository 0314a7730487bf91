import { Hono } from "hono";
import { productNow } from "../clock/product-clock";
import type { SandboxHono } from "../environment";
import { jsonBody } from "../request-body";
import { incomingMail, isRefused, keepMessage, messagesTo } from "./messages";

/** Where the product delivers its mail and tests read it, below `/_sandbox`. */
export const mailboxControl = new Hono<SandboxHono>();

mailboxControl.post("/mail", async (c) => {
  const mail = await jsonBody(c.req.raw, incomingMail);
  if (isRefused(mail)) return c.json({ error: "550 there is no such mailbox" }, 422);
  const kept = await keepMessage(c.env.SANDBOX_DB, mail, await productNow(c.env.DIRECTORY));
  return c.json({ id: mail.id, kept }, kept ? 201 : 200);
});

mailboxControl.get("/mail", async (c) => c.json(await messagesTo(c.env.SANDBOX_DB, c.req.query("to"))));
