import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

interface Cost {
  N: number;
  r: number;
  p: number;
}

/** Cost of scrypt for what people choose: 16 MiB and about 200 ms in workerd (RFC 7914; OWASP's smallest advice). */
const COST: Cost = { N: 16384, r: 8, p: 5 };

/** Cost for codes that we choose, of at least 59 bits: ten of them are made at once. */
const CODE_COST: Cost = { ...COST, p: 1 };

const KEY_BYTES = 32;
const SALT_BYTES = 16;

/** Hashes a password with a fresh salt; the text says how, so that the cost can grow later. */
export async function hashPassword(password: string): Promise<string> {
  return written(password, randomBytes(SALT_BYTES), COST);
}

/** Hashes random codes of one member with one fresh salt, so that a single derivation tells whether a text is among them. */
export async function hashCodes(codes: readonly string[]): Promise<string[]> {
  const salt = randomBytes(SALT_BYTES);
  return Promise.all(codes.map((code) => written(code, salt, CODE_COST)));
}

/** How a text would be stored beside a hash: with the same salt and cost. */
export async function hashAsBeside(hash: string, text: string): Promise<string> {
  const { salt, cost } = read(hash);
  return written(text, salt, cost);
}

/** Whether a hash was made at a lower cost than new ones are. */
export function isCheap(hash: string): boolean {
  const { N, r, p } = read(hash).cost;
  return N * r * p < COST.N * COST.r * COST.p;
}

/** Whether the password is the one that was hashed. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  if (!hash.startsWith("scrypt$")) return false;
  const { salt, cost, key } = read(hash);
  const actual = await derive(password, salt, cost);
  return key.length === actual.length && timingSafeEqual(key, actual);
}

/** Takes as long as checking a real one, for addresses that nobody has. */
export async function pretendToCheck(password: string): Promise<void> {
  await derive(password, randomBytes(SALT_BYTES), COST);
}

async function written(text: string, salt: Buffer, cost: Cost): Promise<string> {
  const key = await derive(text, salt, cost);
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

function read(hash: string): { cost: Cost; salt: Buffer; key: Buffer } {
  const [, N, r, p, salt = "", key = ""] = hash.split("$");
  return {
    cost: { N: Number(N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, "base64url"),
    key: Buffer.from(key, "base64url"),
  };
}

function derive(password: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(
      password.normalize("NFKC"),
      salt,
      KEY_BYTES,
      { ...cost, maxmem: 64 * 1024 * 1024 },
      (error, key) => (error ? reject(error) : resolve(key)),
    );
  });
}
