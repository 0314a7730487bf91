import { formatMoney } from "../../lib/money";
import type { Studio } from "../../tenancy/studio";
import { storefrontWords } from "./messages/words";

/** What a list is called: one that is only a price per photo tells its price. */
export function nameOfList(
  { tenant }: Studio,
  { name, perPhoto, currency }: { name: string; perPhoto: number | null; currency: string },
): string {
  const { lists } = storefrontWords(tenant.locale);
  return name || lists.perPhoto(formatMoney({ amount: perPhoto ?? 0, currency }, tenant.locale));
}
