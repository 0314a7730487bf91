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
