import { uuidv7obj } from "uuidv7";

/** The kinds of rows that have ids, and the prefix each id carries. */
const idPrefixes = {
  studio: "std",
  member: "mem",
  client: "cli",
  gallery: "gal",
  photo: "pho",
  order: "ord",
  line: "lin",
  entitlement: "ent",
  link: "lnk",
  download: "dow",
  event: "evt",
  token: "tok",
  key: "key",
  accountLink: "acl",
  waiting: "wai",
  signIn: "sig",
  notice: "not",
  request: "req",
} as const;

type IdKind = keyof typeof idPrefixes;

const CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * A new id: a prefix that names the kind, then a UUIDv7 in Crockford base 32 (26 characters), so that ids
 * of one kind sort by the time they were made.
 */
export function newId(kind: IdKind): string {
  return `${idPrefixes[kind]}_${base32(uuidv7obj().bytes)}`;
}

/** The id that sorts before all ids of a kind that were made from a moment on, by the real clock. */
export function firstIdAt(kind: IdKind, moment: number): string {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(Math.max(0, moment)) << 16n);
  return `${idPrefixes[kind]}_${base32(bytes)}`;
}

function base32(bytes: Uint8Array): string {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  let text = "";
  for (let i = 0; i < 26; i++) {
    text = CROCKFORD.charAt(Number(value & 31n)) + text;
    value >>= 5n;
  }
  return text;
}
