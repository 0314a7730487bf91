import { safeFilename } from "../../lib/text";
import { utf8Length } from "./zip-records";

/** A file as it is to be called in an archive. */
export interface NamedFile {
  filename: string;
  /** The section it lies in; it becomes a folder. Null at the top. */
  section: string | null;
}

/** Most bytes of a name in UTF-8, of the 255 that file systems hold: a number to tell it apart by must fit behind. */
const LONGEST_FILE = 240;
/** Shorter for folders, because Windows counts the whole path (260). */
const LONGEST_FOLDER = 100;

/**
 * The paths of files in an archive: safe on every system, and no two of them one wherever the archive is unpacked,
 * letter case and Unicode form aside. The second "a.jpg" of a folder becomes "a (2).jpg".
 */
export function archiveNames(files: readonly NamedFile[]): string[] {
  const top = new Names();
  const folders = new Map<string, { path: string; names: Names }>();
  for (const { section } of files) {
    if (section === null || folders.has(section)) continue;
    const path = `${top.claim(folderName(section), LONGEST_FOLDER)}/`;
    folders.set(section, { path, names: new Names() });
  }
  return files.map(({ filename, section }) => {
    const { path, names } = (section !== null && folders.get(section)) || { path: "", names: top };
    return path + names.claim(safeFilename(filename), LONGEST_FILE);
  });
}

/** A section's name as a folder's: what would part a path does not. */
function folderName(section: string): string {
  return safeFilename(section.replace(/[/\\]/g, "_"));
}

/** The names of one folder. */
class Names {
  private readonly taken = new Set<string>();
  /** The number to try next for a name that was wanted before. */
  private readonly next = new Map<string, number>();

  /** The name, or the next one that is free, of at most `longest` bytes and a number. */
  claim(name: string, longest: number): string {
    const [stem, extension] = parted(name, longest);
    const wanted = folded(stem + extension);
    let candidate = stem + extension;
    let count = this.next.get(wanted) ?? 1;
    while (this.taken.has(folded(candidate))) candidate = `${stem} (${++count})${extension}`;
    this.next.set(wanted, count);
    this.taken.add(folded(candidate));
    return candidate;
  }
}

/** A name without its extension, shortened so that both have at most `longest` bytes, and the extension. */
function parted(name: string, longest: number): [string, string] {
  const extension = /.(\.[^.\s]{1,16})$/su.exec(name)?.[1] ?? "";
  const stem = name.slice(0, name.length - extension.length);
  return [shortened(stem, longest - utf8Length(extension)), extension];
}

function shortened(text: string, longest: number): string {
  let bytes = utf8Length(text);
  if (bytes <= longest) return text;
  const characters = Array.from(text);
  while (bytes > longest) bytes -= utf8Length(characters.pop() ?? "");
  return characters.join("").trimEnd();
}

/** The form in which file systems that know no letter case compare names; rather too much is one than too little. */
function folded(name: string): string {
  return name.normalize("NFD").toLowerCase().toUpperCase().toLowerCase().normalize("NFC");
}
