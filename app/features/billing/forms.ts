import { z } from "zod";

/** Connecting asks for nothing: what counts is who sends it. */
export const connectForm = z.object({});
