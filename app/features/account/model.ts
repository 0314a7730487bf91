import { MINUTE } from "../../lib/time";

export const roles = ["owner", "admin", "manager", "photographer", "assistant", "viewer"] as const;
export type Role = (typeof roles)[number];

/** Everything that can be allowed. Code asks for one of these, never for a role. */
export const capabilities = [
  "galleries:read",
  "galleries:write",
  "galleries:publish",
  "photos:upload",
  "orders:read",
  "studio:write",
] as const;
export type Capability = (typeof capabilities)[number];

const everything = new Set<Capability>(capabilities);

/** What each role may do. */
export const rights: Record<Role, ReadonlySet<Capability>> = {
  owner: everything,
  admin: everything,
  manager: new Set(capabilities.filter((capability) => capability !== "studio:write")),
  photographer: new Set(["galleries:read", "galleries:write", "galleries:publish", "photos:upload"]),
  assistant: new Set(["galleries:read", "photos:upload"]),
  viewer: new Set(["galleries:read"]),
};

/** Longer passwords are refused before they are hashed, so that hashing cannot be made to cost more. */
export const LONGEST_PASSWORD = 200;

/** Failed sign-ins are counted for the address that signs in and for the network it comes from. */
export const signInLimits = {
  window: 15 * MINUTE,
  perEmail: 10,
  perNetwork: 50,
} as const;
