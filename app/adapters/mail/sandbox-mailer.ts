import { headerText, type Mailer } from "./mailer";

/** Puts mails into the sandbox's mailbox, where a second delivery of one id changes nothing. */
export function sandboxMailer(sandbox: Fetcher): Mailer {
  return {
    async send(mail) {
      const response = await sandbox.fetch("http://sandbox.localhost/_sandbox/mail", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          id: mail.id,
          from: `${headerText(mail.fromName)} <studio@safelight.test>`,
          to: mail.to,
          subject: headerText(mail.subject),
          html: mail.html,
          text: mail.text,
        }),
      });
      if (response.ok) return;
      const refusal = (await response.json().catch(() => null)) as { error?: unknown } | null;
      const reason = refusal?.error;
      throw new Error(typeof reason === "string" ? reason : `the mailbox answered ${response.status}`);
    },
  };
}
