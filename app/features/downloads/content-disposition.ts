/**
 * A Content-Disposition header that every browser reads (RFC 6266, 4.3): the name in ASCII for those that know nothing
 * else, without what some of them take for an escape or a path, and the real one after RFC 8187.
 */
export function attachment(filename: string): string {
  const name = filename.replace(/\p{Cs}/gu, "\ufffd");
  const ascii = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7e]|["\\/%]/gu, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
