import { sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Studio } from "../../tenancy/studio";
import type { RenditionSet } from "./model";
import { photos, renditions } from "./schema";

interface StoredRendition {
  name: string;
  format: string;
  width: number;
  height: number;
  bytes: Uint8Array;
  crc32: number;
}

/** The rows of what a set holds, to be written in the transaction that shows it: only if the photo shows this set. */
export function insertRenditions(
  studio: Studio,
  { id, version, attempt }: RenditionSet,
  made: readonly StoredRendition[],
): BatchItem<"sqlite"> {
  const rows = made.map(({ bytes, ...rendition }) => ({ ...rendition, size: bytes.byteLength }));
  return studio.db.run(sql`
    insert or replace into ${renditions} (photo_id, version, name, format, width, height, size, crc32)
    select ${id}, ${version}, value ->> 'name', value ->> 'format', value ->> 'width', value ->> 'height',
      value ->> 'size', value ->> 'crc32'
    from json_each(${JSON.stringify(rows)})
    where exists (
      select 1 from ${photos} where id = ${id} and version = ${version} and attempt = ${attempt})`);
}
