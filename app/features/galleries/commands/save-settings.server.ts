import { ok, type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import { choosePrices } from "../../storefront/index.server";
import type { GalleryInput } from "../forms";
import { priceChoiceIn } from "../forms/prices";
import { rightsIn, type SettingsValues } from "../forms/settings";
import type { Gallery } from "../model";
import { getGallery } from "../queries.server";
import { changeGallery } from "./change-gallery.server";
import type { GalleryRefusal } from "./create-gallery.server";

export type SettingsRefusal = GalleryRefusal | "no_picks" | "no_such_list" | "no_price";

/** Saves one part of a gallery's settings; the other parts stay. Throws `not_found`. */
export async function saveSettings(
  studio: Studio,
  id: string,
  values: SettingsValues,
): Promise<Result<Gallery, SettingsRefusal>> {
  const changes = await changesOf(studio, id, values);
  if (!changes.ok) return changes;
  return changeGallery(studio, id, changes.value);
}

async function changesOf(
  studio: Studio,
  id: string,
  values: SettingsValues,
): Promise<Result<Partial<GalleryInput>, SettingsRefusal>> {
  switch (values.intent) {
    case "basics": {
      const { name, subtitle, shotOn = null, expiresOn: expiresAt = null } = values;
      return ok({ name, subtitle, shotOn, expiresAt });
    }
    case "look": {
      const { intent: _, ...look } = values;
      return ok(look);
    }
    case "access": {
      const { visibility, registration, galleryPassword: password = null, downloadPin = null } = values;
      return ok({ visibility, registration, password, downloadPin, rights: rightsIn(values) });
    }
    case "choosing": {
      const { mode, picks = null, extraPrice = null, remindAfterDays = null } = values;
      if (mode !== "pick") return ok({ proofing: { mode, picks: null, extraPrice: null, remindAfterDays } });
      if (picks === null) return refuse("no_picks");
      return ok({ proofing: { mode, picks, extraPrice, remindAfterDays } });
    }
    case "selling":
      return sellingOf(studio, id, values);
  }
}

async function sellingOf(
  studio: Studio,
  id: string,
  values: Extract<SettingsValues, { intent: "selling" }>,
): Promise<Result<Partial<GalleryInput>, SettingsRefusal>> {
  const { priceListId: kept } = await getGallery(studio, id);
  const choice = priceChoiceIn(values, studio.tenant.currency);
  if (!choice.ok) return refuse(choice.refusal);
  const list = choice.value ? await choosePrices(studio, choice.value, kept) : ok(kept);
  if (!list.ok) return refuse(list.refusal);
  return ok({ priceListId: list.value, watermark: values.watermark === "on" });
}
