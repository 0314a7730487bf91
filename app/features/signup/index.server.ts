/** The front door of sign-up. */
export { createStudio, type Platform } from "./commands/create-studio.server";
