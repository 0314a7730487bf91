import { heading, mailHtml, mailText, paragraph, smallPrint } from "../../../ui/mail/mail-layout";
import { signupWords } from "../messages/words";

/** What the operator of the platform gets: something that only they can mend. */
export function alertMail({ kind, message }: { kind: string; message: string }) {
  const words = signupWords("en");
  const mail = {
    brand: words.platform,
    accent: "#8f4a1c",
    preheader: message,
    blocks: [heading(words.alertMail.heading), paragraph(message), smallPrint(words.alertMail.clear(kind))],
  };
  return { subject: words.alertMail.subject(kind), html: mailHtml(mail), text: mailText(mail) };
}
