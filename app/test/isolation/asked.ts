import type { Things } from "./things";

/** One request of a route. */
export interface Asked {
  path: string;
  json?: unknown;
  form?: Record<string, string>;
  bytes?: Uint8Array;
  /** A file in the field "photos" of a form. */
  file?: Uint8Array;
  /** A bearer token that the request itself is about, in place of the asker's. */
  bearer?: string;
  /** Which of the acts of a route this is, where they need different rights; of a form it is the intent. */
  act?: string;
}

export interface Case {
  /** Whoever comes may do it: it needs no sign-in, or what it needs stands in the address. */
  open?: boolean;
  /** It can be done once only, so that a second asker rightly gets another answer. */
  once?: boolean;
  /** The requests about some things, sent by whoever has `own` things here. */
  ask(things: Things, own: Things): Asked[];
}

export const open = (ask: Case["ask"]): Case => ({ open: true, ask });
export const closed = (ask: Case["ask"]): Case => ({ ask });

export const form = (path: string, form: Record<string, string>): Asked => ({ path, form });

/** The address that is typed where somebody says who they are. */
export const buyer = "isolation@example.com";
