import { MINUTE } from "../../lib/time";

export const roles = ["owner", "admin", "manager", "photographer", "assistant", "viewer"] as const;
export type Role = (typeof roles)[number];

/** Everything that can be allowed. Code asks for one of these, never for a role. */
export const capabilities = [
  "galleries:read",
  "galleries:write",
  "galleries:publish",
  "photos:upload",
  "photos:process",
  "orders:read",
  "orders:refund",
  "clients:read",
  "clients:erase",
  "members:read",
  "members:write",
  "studio:write",
  "payments:write",
  "audit:read",
] as const;
export type Capability = (typeof capabilities)[number];

const everything = new Set<Capability>(capabilities);
const ofOwners = new Set<Capability>(["payments:write"]);
const ofAdmins = new Set<Capability>([
  ...ofOwners,
  "members:write",
  "studio:write",
  "clients:erase",
  "audit:read",
]);

/** The one table of rights: what each role may do. */
export const rights: Record<Role, ReadonlySet<Capability>> = {
  owner: everything,
  admin: new Set(capabilities.filter((capability) => !ofOwners.has(capability))),
  manager: new Set(capabilities.filter((capability) => !ofAdmins.has(capability))),
  photographer: new Set([
    "galleries:read",
    "galleries:write",
    "galleries:publish",
    "photos:upload",
    "photos:process",
    "members:read",
  ]),
  assistant: new Set(["galleries:read", "photos:upload", "members:read"]),
  viewer: new Set(["galleries:read"]),
};

/** How far a role sees: a photographer and an assistant only the galleries they are assigned to. */
export const reaches: Record<Role, "studio" | "assigned"> = {
  owner: "studio",
  admin: "studio",
  manager: "studio",
  photographer: "assigned",
  assistant: "assigned",
  viewer: "studio",
};

/** The roles that somebody may give, take away or remove: an owner all, an admin all below owner, others none. */
export function rolesGivenBy(role: Role): readonly Role[] {
  if (role === "owner") return roles;
  return role === "admin" ? roles.filter((each) => each !== "owner") : [];
}

/** Longer passwords are refused before they are hashed, so that hashing cannot be made to cost more. */
export const LONGEST_PASSWORD = 200;

/** Failed sign-ins are counted for the address that signs in and for the network it comes from. */
export const signInLimits = {
  window: 15 * MINUTE,
  perEmail: 10,
  perNetwork: 50,
} as const;
