import { uuidv7obj } from "uuidv7";

/** The kinds of rows that have ids, and the prefix each id carries. */
const idPrefixes = {
  studio: "std",
  member: "mem",
  client: "cli",
  gallery: "gal",
  section: "sec",
  visitor: "vis",
  person: "gpe",
  mailing: "mai",
  favourites: "fav",
  photo: "pho",
  priceList: "prl",
  product: "prd",
  shippingMethod: "shp",
  cart: "crt",
  cartLine: "cln",
  order: "ord",
  line: "lin",
  attempt: "pay",
  refund: "ref",
  refundLine: "rfl",
  dispute: "dis",
  entry: "led",
  posting: "pst",
  receipt: "rcv",
  note: "nte",
  entitlement: "ent",
  link: "lnk",
  download: "dow",
  event: "evt",
  token: "tok",
  key: "key",
  call: "cal",
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
 * of one kind sort by the time they were made: by the real clock, unless another moment is given.
 */
export function newId(kind: IdKind, moment?: number): string {
  const { bytes } = uuidv7obj();
  return `${idPrefixes[kind]}_${base32(moment === undefined ? bytes : atMoment(bytes, moment))}`;
}

/** The id that sorts before all ids of a kind that were made from a moment on, by the clock that made them. */
export function firstIdAt(kind: IdKind, moment: number): string {
  return `${idPrefixes[kind]}_${base32(atMoment(new Uint8Array(16), moment))}`;
}

/** The bytes of a UUIDv7 with another moment in their first six (RFC 9562, 5.7). */
function atMoment(bytes: Readonly<Uint8Array>, moment: number): Uint8Array {
  const moved = Uint8Array.from(bytes);
  const view = new DataView(moved.buffer);
  const ms = Math.max(0, Math.floor(moment));
  view.setUint32(0, Math.floor(ms / 2 ** 16));
  view.setUint16(4, ms % 2 ** 16);
  return moved;
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
