import { isSlug } from "../lib/slugs";

/** What a host name stands for. */
export type HostMeaning =
  | { kind: "platform" }
  | { kind: "sandbox" }
  | { kind: "studio"; slug: string }
  | { kind: "unknown" };

/** Reads a host name (no port) below the platform's own. Deeper levels and other domains are unknown. */
export function readHost(hostname: string, rootHost: string): HostMeaning {
  const host = hostname.toLowerCase();
  if (host === rootHost) return { kind: "platform" };
  if (!host.endsWith(`.${rootHost}`)) return { kind: "unknown" };
  const label = host.slice(0, -rootHost.length - 1);
  if (label === "sandbox") return { kind: "sandbox" };
  return isSlug(label) ? { kind: "studio", slug: label } : { kind: "unknown" };
}
