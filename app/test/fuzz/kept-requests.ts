import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = join(tmpdir(), "safelight-fuzz");

/** The part of Node's side that tests in workerd reach: keeps a failing request in a file, or gives one back. */
export async function keptRequests(request: {
  method: string;
  url: string;
  text(): Promise<string>;
}): Promise<Response> {
  const { searchParams } = new URL(request.url);
  if (request.method === "GET") return new Response(readFileSync(searchParams.get("path") ?? "", "utf8"));
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${(searchParams.get("name") ?? "").replace(/[^\w-]/g, "")}.json`);
  writeFileSync(path, await request.text());
  return new Response(path);
}
