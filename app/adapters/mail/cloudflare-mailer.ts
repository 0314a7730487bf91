import { headerText, type MailAttachment, type Mailer } from "./mailer";

/** Sends through the Worker's e-mail binding. `from` is an address that the account may send from. */
export function cloudflareMailer(binding: SendEmail, from: string): Mailer {
  return {
    async send(mail) {
      await binding.send({
        from: { name: headerText(mail.fromName), email: from },
        to: mail.to,
        subject: headerText(mail.subject),
        html: mail.html,
        text: mail.text,
        ...(mail.attachments?.length ? { attachments: mail.attachments.map(attached) } : {}),
        headers: { "X-Entity-Ref-ID": mail.id },
      });
    },
  };
}

function attached({ filename, contentType, bytes }: MailAttachment) {
  return { disposition: "attachment" as const, filename, type: contentType, content: bytes };
}
