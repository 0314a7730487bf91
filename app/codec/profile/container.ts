/** Bytes of the header, and of an entry of the tag table behind it (ICC.1:2022, 7.2 and 7.3). */
const HEADER_BYTES = 128;
const TAG_TABLE = HEADER_BYTES + 4;
const TAG_BYTES = 12;
const MAX_TAGS = 100;

/** Classes of profiles that lead from a device to the connection space by themselves (7.2.5). */
const DEVICE_CLASSES: readonly string[] = ["scnr", "mntr", "prtr", "spac"];

/** The colours a profile begins with: grey, red-green-blue or four inks (7.2.6). */
export type DeviceSpace = "GRAY" | "RGB " | "CMYK";
const DEVICE_SPACES: readonly string[] = ["GRAY", "RGB ", "CMYK"] satisfies DeviceSpace[];

/** The colours it leads to, both relative to D50 (7.2.7). */
export type ConnectionSpace = "XYZ " | "Lab ";

/** A profile's header and where its tags lie. Reading beyond the profile's end throws RangeError. */
export interface Container {
  view: DataView;
  /** Major version, 2 or 4. */
  version: number;
  space: DeviceSpace;
  connection: ConnectionSpace;
  /** Offsets of the tags' data, by signature. */
  tags: ReadonlyMap<string, number>;
}

/** Null when the bytes are no profile of a device whose colours we have. */
export function readContainer(bytes: Uint8Array): Container | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const space = signatureAt(view, 16);
  const connection = signatureAt(view, 20);
  if (signatureAt(view, 36) !== "acsp" || !DEVICE_CLASSES.includes(signatureAt(view, 12))) return null;
  if (!isDeviceSpace(space) || !isConnectionSpace(connection)) return null;
  return { view, version: view.getUint8(8), space, connection, tags: readTags(view) };
}

function isDeviceSpace(space: string): space is DeviceSpace {
  return DEVICE_SPACES.includes(space);
}

function isConnectionSpace(space: string): space is ConnectionSpace {
  return space === "XYZ " || space === "Lab ";
}

export function signatureAt(view: DataView, offset: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(offset + i)));
}

/** s15Fixed16Number (4.6). */
export function fixedAt(view: DataView, offset: number): number {
  return view.getInt32(offset) / 65_536;
}

function readTags(view: DataView): Map<string, number> {
  const count = Math.min(MAX_TAGS, view.getUint32(HEADER_BYTES));
  const tags = new Map<string, number>();
  for (let tag = 0; tag < count; tag += 1) {
    const entry = TAG_TABLE + tag * TAG_BYTES;
    tags.set(signatureAt(view, entry), view.getUint32(entry + 4));
  }
  return tags;
}
