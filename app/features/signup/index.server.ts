/** The front door of sign-up. */
export { createStudio } from "./commands/create-studio.server";
export { addToPool, poolStatus } from "./pool.server";
export { listStudios, setStudioStatus } from "./set-studio-status.server";
