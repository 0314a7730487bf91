import { z } from "zod";
import { type NewStudio, newStudio } from "~/features/signup/forms";
import { createStudio, withHashedPassword } from "~/features/signup/index.server";
import { defineCommand } from "./command";
import { generatePassword, readPassword } from "./owner-password";
import type { Platform } from "./platform";
import { Refusal } from "./refusal";

/** Where the value of each argument goes in what makes a studio. */
const fields: Record<string, string> = {
  slug: "slug",
  name: "name",
  tagline: "tagline",
  locale: "locale",
  "time-zone": "timeZone",
  currency: "currency",
  accent: "accent",
  watermark: "watermarkText",
  "payment-account": "providerAccount",
  "owner-email": "owner.email",
  "owner-name": "owner.name",
  password: "owner.password",
};

const LONGEST_WATERMARK = 40;

const input = z.record(z.string(), z.any()).transform(async (given, context) => {
  if (given.password !== undefined && given["password-stdin"]) {
    context.addIssue("Give --password or --password-stdin, not both.");
    return z.NEVER;
  }
  const chosen = given["password-stdin"]
    ? await readPassword(process.stdin)
    : (given.password ?? process.env.OWNER_PASSWORD);
  const checked = newStudio.safeParse({
    slug: given.slug,
    name: given.name,
    tagline: given.tagline,
    locale: given.locale,
    timeZone: given["time-zone"],
    currency: given.currency,
    accent: given.accent,
    watermarkText: given.watermark ?? given.name.trim().slice(0, LONGEST_WATERMARK),
    providerAccount: given["payment-account"],
    owner: {
      email: given["owner-email"],
      name: given["owner-name"],
      password: chosen ?? generatePassword(),
    },
  });
  if (checked.success) return { studio: checked.data, generated: chosen === undefined };
  for (const { path, message } of checked.error.issues) {
    const argument = Object.keys(fields).find((name) => fields[name] === path.join("."));
    context.addIssue({ code: "custom", message, ...(argument ? { path: [argument] } : {}) });
  }
  return z.NEVER;
});

export const createStudioCommand = defineCommand({
  name: "studio create",
  about: "Makes a studio with its owner, in a free database of the pool.",
  arguments: [
    { name: "slug", about: "the studio's subdomain", positional: true, required: true },
    { name: "name", about: "the studio's name", required: true },
    { name: "owner-email", about: "what the owner signs in with", required: true },
    { name: "owner-name", about: "the owner's name", required: true },
    { name: "password", about: "the owner's password; others on this machine can see it while this runs" },
    { name: "password-stdin", about: "read the owner's password from the standard input", flag: true },
    { name: "tagline", about: "a line below the name" },
    { name: "locale", about: "such as en-IE; en when left out" },
    { name: "time-zone", about: "such as Europe/Berlin; UTC when left out" },
    { name: "currency", about: "such as JPY; EUR when left out" },
    { name: "accent", about: "the brand's colour, such as #2f5d62" },
    { name: "watermark", about: "what is written across previews; the name when left out" },
    { name: "payment-account", about: "the studio's account at Stripe, acct_…; without one it cannot sell" },
  ],
  notes:
    "The password is also read from OWNER_PASSWORD. When none is given, one is made and printed, this once only.",
  input,
  mayStartAnew: false,
  async run(platform, { studio, generated }) {
    const made = await createStudio(platform, await withHashedPassword(studio));
    if (!made.ok) throw refused(made.refusal, studio, platform);
    const { email, password } = studio.owner;
    const { id, dbRef } = made.value;
    return {
      id,
      dbRef,
      slug: studio.slug,
      address: platform.studioAddress(studio.slug),
      owner: { email, ...(generated ? { password } : {}) },
    };
  },
  show({ slug, address, dbRef, owner }) {
    return [
      `${slug} is made, in ${dbRef}: ${address}`,
      `The owner signs in at ${address}/sign-in as ${owner.email}${owner.password ? " with the password" : "."}`,
      ...(owner.password ? [`\n  ${owner.password}\n\nIt is stored nowhere: write it down now.`] : []),
    ].join("\n");
  },
});

type CreateStudioRefusal = Extract<Awaited<ReturnType<typeof createStudio>>, { ok: false }>["refusal"];

function refused(
  refusal: CreateStudioRefusal,
  { slug, providerAccount }: NewStudio,
  platform: Platform,
): Refusal {
  const sentences: Record<CreateStudioRefusal, string> = {
    slug_taken: `The subdomain ${slug} is taken, looks like another studio's, or was given up lately.`,
    account_taken: `Another studio has the payment account ${providerAccount}.`,
    pool_empty: `No database is free for a new studio: ${platform.howToGrow}`,
  };
  return new Refusal(refusal, sentences[refusal]);
}
