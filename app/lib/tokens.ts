const encoder = new TextEncoder();

/** Unguessable text for links, cookies and API tokens: `bytes` random bytes in base64url (16 = 128 bits). */
export function randomToken(bytes = 24): string {
  return base64url(crypto.getRandomValues(new Uint8Array(bytes)));
}

/** SHA-256 of a text in hex: what is stored of a token instead of the token. */
export async function tokenHash(token: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(token))));
}

/**
 * A token that can be made again from its subject and a secret (HMAC-SHA-256 cut to 192 bits), so that a
 * link can be mailed twice although the database holds only its hash.
 */
export async function derivedToken(secret: string, subject: string): Promise<string> {
  const key = await crypto.subtle.importKey(
    "raw",
    encoder.encode(secret),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  const mac = await crypto.subtle.sign("HMAC", key, encoder.encode(subject));
  return base64url(new Uint8Array(mac).slice(0, 24));
}

/** Bytes in lower-case hex. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
