/** The front door of sign-up. */
export { clearAlert, listAlerts } from "./alerts.server";
export { createStudio } from "./commands/create-studio.server";
export { sweepPlatform } from "./commands/sweep-platform.server";
export { addToPool, poolStatus } from "./pool.server";
export { listStudios, setStudioStatus } from "./set-studio-status.server";
export { withHashedPassword } from "./studio-to-make.server";
export { listWaiting } from "./wait-list.server";
