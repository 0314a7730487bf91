import { button, heading, mailHtml, mailText, paragraph, smallPrint } from "../../../ui/mail/mail-layout";
import { signupWords } from "../messages/words";

/** What somebody on the wait list gets: there is room now. */
export function roomMail({ studioName, url }: { studioName: string; url: string }) {
  const words = signupWords("en");
  const mail = {
    brand: words.platform,
    accent: "#8f4a1c",
    preheader: words.roomMail.preheader,
    blocks: [
      heading(words.roomMail.heading),
      paragraph(words.roomMail.text(studioName)),
      button(url, words.roomMail.button),
      smallPrint(words.roomMail.kept),
    ],
  };
  return { subject: words.roomMail.subject, html: mailHtml(mail), text: mailText(mail) };
}
