import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Studio } from "../../tenancy/studio";
import { clients } from "../clients/schema";
import type { GalleryRole } from "./model/roles";
import { galleryPeople } from "./schema/visitors";

/** People named in a gallery by their roles, without those whose link was taken back. */
export function recipientsOf({ db }: Studio, galleryId: string, roles: readonly GalleryRole[]) {
  const { id, role, linkVersion, clientId } = galleryPeople;
  return db
    .select({ id, role, linkVersion, clientId, email: clients.email, name: clients.name })
    .from(galleryPeople)
    .innerJoin(clients, eq(clients.id, clientId))
    .where(
      and(
        eq(galleryPeople.galleryId, galleryId),
        isNull(galleryPeople.revokedAt),
        inArray(galleryPeople.role, [...roles]),
      ),
    )
    .orderBy(asc(clients.email));
}
