/** Where a request came from: personal data, kept apart from everything that is kept for good. */
export interface Whereabouts {
  /** IPv4 address, or IPv6 cut to its /64. */
  network: string;
  /** What the browser or program calls itself, in a few words. */
  device: string;
}

/** How somebody proved who they are; null for a stranger and for the system. */
export type Proof =
  | {
      by: "sign-in";
      id: string;
      /** When the password or the second factor was last given in this browser, for dangerous acts. */
      confirmedAt: number;
    }
  | { by: "token"; id: string }
  | { by: "key"; id: string };

/** What the browser of somebody without an account has shown of itself before. */
export interface Visitor {
  /** Null for one that only holds keys. */
  id: string | null;
  /** Who they say they are; null while they have not said. */
  clientId: string | null;
  /** Whether they opened a link that was mailed to that client. */
  isProven: boolean;
  /** Secret parts of addresses that it has opened. */
  keys: readonly string[];
}

/**
 * Who is asking. Rights are capabilities ("galleries:publish"); nobody asks for a role by name. A stranger
 * has none, which is enough for everything public; the system is what works through queues and cron.
 */
export interface Actor {
  kind: "member" | "client" | "stranger" | "system";
  /** The id of the member or client; null for others. */
  id: string | null;
  name: string;
  capabilities: ReadonlySet<string>;
  /** "assigned" sees only the galleries that the member is assigned to. */
  reach: "studio" | "assigned";
  proof: Proof | null;
  /** What else the browser brought, whoever is signed in with it; null where it brought nothing. */
  visitor: Visitor | null;
  /** Null for the system. */
  from: Whereabouts | null;
}

const nobody = {
  id: null,
  name: "",
  capabilities: new Set<string>(),
  reach: "studio",
  proof: null,
  visitor: null,
} as const;

export const stranger: Actor = { ...nobody, kind: "stranger", from: null };

export const system: Actor = { ...nobody, kind: "system", from: null };
