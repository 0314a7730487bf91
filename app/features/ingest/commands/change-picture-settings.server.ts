import { type SQL, sql } from "drizzle-orm";
import type { AuditEntry } from "../../../events/audit-entry";
import { commit } from "../../../events/commit";
import { ok, type Result, refuse } from "../../../lib/result";
import { hex } from "../../../lib/tokens";
import type { Studio } from "../../../tenancy/studio";
import { LARGEST_LOGO, LARGEST_LOGO_SIDE, type PictureSettings } from "../model";
import { pictureSettingsOf } from "../picture-settings.server";
import { pngSize } from "../png-size";
import { pictureSettings } from "../schema";

export type PictureChange = Omit<PictureSettings, "revision" | "logoKey"> & {
  /** A new logo; null keeps the one there is. */
  logo: Uint8Array | null;
};

export type LogoRefusal = "logo_missing" | "logo_not_png" | "logo_too_large";

/** The settings that every rendition shows or says: a change of one of them has all photos made anew. */
const seen = ["kind", "text", "logoKey", "placement", "opacity", "size", "credits"] as const;

/**
 * Changes how the studio's pictures are made. When that changes what they look like or say, every photo is made anew
 * in the background and shown as it was until then; AVIFs are made of, or taken away from, what there is. Returns
 * whether photos are made anew.
 */
export async function changePictureSettings(
  studio: Studio,
  { logo, ...change }: PictureChange,
): Promise<Result<{ anew: boolean }, LogoRefusal>> {
  const refusal = logo && refusalOf(logo);
  if (refusal) return refuse(refusal);
  const before = await pictureSettingsOf(studio);
  if (change.kind === "logo" && !logo && !before.logoKey) return refuse("logo_missing");
  const logoKey = logo ? await logoKeyOf(logo) : before.logoKey;
  if (logo && logoKey) await studio.objects.put(logoKey, logo, "image/png");
  const after = { ...change, logoKey };
  const anew = seen.some((setting) => before[setting] !== after[setting]);
  const now = studio.clock.now();
  await studio.dueBy(now);
  const saved = studio.db
    .insert(pictureSettings)
    .values({ id: 1, ...after, revision: before.revision + (anew ? 1 : 0), changedAt: now })
    .onConflictDoUpdate({
      target: pictureSettings.id,
      set: { ...after, revision: sql`${pictureSettings.revision} + (${differs()})`, changedAt: now },
    })
    .returning({ id: pictureSettings.id });
  const audit = entryOf(studio, before, after);
  if (audit) await commit(studio, saved, { audit });
  else await saved;
  return ok({ anew });
}

/** The settings that the audit log tells with their values; a text may be somebody's name. */
const told = ["kind", "placement", "opacity", "size", "credits", "avif"] as const;

/** What changed, for the audit log; nothing where nothing did. */
function entryOf(
  { tenant }: Studio,
  before: PictureSettings,
  after: Omit<PictureSettings, "revision">,
): AuditEntry | undefined {
  const fields = ([...told, "text", "logoKey"] as const).filter((name) => before[name] !== after[name]);
  if (fields.length === 0) return undefined;
  const shown = told.filter((name) => fields.includes(name));
  const side = (settings: typeof after) => Object.fromEntries(shown.map((name) => [name, settings[name]]));
  return {
    action: "watermark.changed",
    subjectId: tenant.id,
    before: side(before),
    after: { ...side(after), fields },
  };
}

/** Whether the row that is there looks otherwise than the one that is to replace it. */
function differs(): SQL {
  return sql.join(
    seen.map((setting) => {
      const column = pictureSettings[setting];
      return sql`${column} is not excluded.${sql.identifier(column.name)}`;
    }),
    sql` or `,
  );
}

/** A logo lies under what it is, so that the same one is kept once and a render under way never finds another. */
async function logoKeyOf(logo: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", logo as Uint8Array<ArrayBuffer>);
  return `watermark/${hex(new Uint8Array(digest))}.png`;
}

function refusalOf(logo: Uint8Array): LogoRefusal | null {
  const size = pngSize(logo);
  if (!size) return "logo_not_png";
  const tooLarge = logo.byteLength > LARGEST_LOGO || Math.max(size.width, size.height) > LARGEST_LOGO_SIDE;
  return tooLarge ? "logo_too_large" : null;
}
