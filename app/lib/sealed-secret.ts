const encoder = new TextEncoder();
const IV_BYTES = 12;

/**
 * Encrypts a secret (AES-256-GCM, a key of its own for each name by HKDF-SHA-256, a random 96-bit IV), as base64
 * with a version in front.
 *
 * @param master the installation's key, text of any length
 * @param name what the secret is for: it can be opened under this name only
 */
export async function sealSecret(master: string, name: string, secret: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const key = await keyFor(master, name);
  const sealed = new Uint8Array(
    await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, encoder.encode(secret)),
  );
  const bytes = new Uint8Array(IV_BYTES + sealed.length);
  bytes.set(iv);
  bytes.set(sealed, IV_BYTES);
  return `1.${btoa(String.fromCharCode(...bytes))}`;
}

/** Opens what `sealSecret` made. Throws when it was sealed with another key or name, or changed since. */
export async function openSecret(master: string, name: string, sealed: string): Promise<string> {
  const [version, text = ""] = sealed.split(".");
  if (version !== "1") throw new Error("a sealed secret of an unknown version");
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const opened = await crypto.subtle.decrypt(
    { name: "AES-GCM", iv: bytes.subarray(0, IV_BYTES) },
    await keyFor(master, name),
    bytes.subarray(IV_BYTES),
  );
  return new TextDecoder().decode(opened);
}

async function keyFor(master: string, name: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey("raw", encoder.encode(master), "HKDF", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: encoder.encode(name) },
    material,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}
