/**
 * Who is asking. Rights are capabilities ("galleries:publish"); nobody asks for a role by name. A stranger
 * has none, which is enough for everything public.
 */
export interface Actor {
  kind: "member" | "stranger";
  /** The member's id; null for others. */
  id: string | null;
  name: string;
  capabilities: ReadonlySet<string>;
}

export const stranger: Actor = { kind: "stranger", id: null, name: "", capabilities: new Set() };
