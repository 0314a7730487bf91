import type { Result } from "../../../lib/result";
import { addDays, dayOf, endOfDay, type Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { listsToChoose } from "../../storefront/index.server";
import { workspaceWords } from "../messages/workspace-words";
import type { Gallery, Visibility } from "../model";
import { type PresetName, presets } from "../model/presets";
import { createGallery, type GalleryRefusal } from "./create-gallery.server";

/** What is said of a gallery of a kind; what is left out is as usual for the kind. */
export interface Made {
  name: string;
  preset: PresetName | null;
  shotOn?: string | null | undefined;
  visibility?: Visibility | undefined;
  expiresAt?: Instant | undefined;
  /** What is sold in it; null for nothing. */
  priceListId?: string | null | undefined;
}

/**
 * Makes the draft of a gallery as usual for a kind of work: who sees it and may do what, what is sold, until when, how
 * clients choose, what it looks like, and its sections. One that asks for a password gets one.
 */
export async function makeGallery(
  studio: Studio,
  { name, preset: presetName, shotOn = null, ...said }: Made,
): Promise<Result<Gallery, GalleryRefusal>> {
  const preset = presetName && presets[presetName];
  const { sells = true, lastsDays = null, visibility: usual = "unlisted", ...others } = preset ?? {};
  const visibility = said.visibility ?? usual;
  return createGallery(
    studio,
    {
      ...others,
      name,
      visibility,
      shotOn,
      preset: presetName,
      password: visibility === "password" ? accessCode() : null,
      downloadPin: null,
      expiresAt: said.expiresAt ?? (lastsDays === null ? null : inDays(studio, lastsDays)),
      priceListId: said.priceListId === undefined ? await usualList(studio, sells) : said.priceListId,
    },
    { sections: presetName ? workspaceWords(studio.tenant.locale).presets.sections[presetName] : [] },
  );
}

/** The end of the day so many days from today, where the studio is. */
function inDays({ clock, tenant: { timeZone } }: Studio, days: number): Instant {
  return endOfDay(addDays(dayOf(clock.now(), timeZone), days), timeZone);
}

/** The list that new galleries begin with; null where there is none, or nothing is to be sold. */
async function usualList(studio: Studio, sells: boolean): Promise<string | null> {
  if (!sells) return null;
  return (await listsToChoose(studio)).find(({ isDefault }) => isDefault)?.id ?? null;
}

/** A code that is read out and typed easily: 40 random bits without letters that look alike. */
function accessCode(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => letters[byte % letters.length]).join("");
}
