/** Names that mean something only inside some network, or nothing at all (RFC 6761, RFC 8375, RFC 9476, ICANN's "internal"). */
const INTERNAL_ENDINGS = new Set(
  "localhost local localdomain internal intranet private lan home corp test example invalid onion alt arpa".split(
    " ",
  ),
);

const LONGEST_URL = 2048;

/**
 * An address somebody gave us that our Workers may fetch from: https at its usual port, no credentials, and a name of
 * the public Internet. Addresses in numbers are refused altogether, in whatever spelling: the URL parser turns octal,
 * hexadecimal, short and mapped ones into one form. What a name resolves to is not ours to see: Workers have no
 * private network of ours behind them, and Cloudflare's fetch refuses addresses that are not public.
 *
 * @param ownHost the platform's host: neither it nor a studio below it is asked
 * @returns null for every other address
 */
export function publicUrl(text: string, ownHost: string): URL | null {
  if (text.length > LONGEST_URL || !URL.canParse(text)) return null;
  const url = new URL(text);
  const host = url.hostname.replace(/\.$/, "");
  const isPlain = url.protocol === "https:" && url.port === "" && url.username === "" && url.password === "";
  return isPlain && isPublicName(host) && !isWithin(host, ownHost) ? url : null;
}

function isPublicName(host: string): boolean {
  if (host.length > 253) return false;
  const labels = host.split(".");
  const last = labels.at(-1) ?? "";
  // A last label in letters is no IPv4 address, and no IPv6 address has a name's characters only.
  return (
    labels.length > 1 &&
    labels.every((label) => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label)) &&
    /^[a-z]/.test(last) &&
    !INTERNAL_ENDINGS.has(last)
  );
}

const isWithin = (host: string, parent: string) => host === parent || host.endsWith(`.${parent}`);
