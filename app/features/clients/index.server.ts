/** The front door of clients. */
export { clientIdOf, registerClient } from "./commands/register-client.server";
