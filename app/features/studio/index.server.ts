/** The front door of the studio's own settings. */
export { presenceOf } from "./presence.server";
