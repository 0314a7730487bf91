/** The front door of clients. */
export { keepLanguage, speakingToClient } from "./client-language.server";
export { clientIdOf, registerClient } from "./commands/register-client.server";
