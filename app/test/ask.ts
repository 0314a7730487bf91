import { exports } from "cloudflare:workers";

const app = (exports as unknown as { default: Fetcher }).default;

/** An init whose `json` is sent as a JSON body and whose `bearer` as the Authorization header. */
export interface AskInit extends RequestInit {
  json?: unknown;
  bearer?: string;
}

/** Asks the app through its real door, without following redirects. @param host a studio's slug, or "" for the platform. */
export function ask(host: string, path: string, { json, bearer, ...init }: AskInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (bearer !== undefined) headers.set("authorization", `Bearer ${bearer}`);
  if (json !== undefined) headers.set("content-type", "application/json");
  const url = `http://${host ? `${host}.` : ""}localhost:8787${path}`;
  const method = json === undefined ? "GET" : "POST";
  const body = json === undefined ? init.body : JSON.stringify(json);
  return app.fetch(url, { redirect: "manual", method, ...init, body, headers } as never) as never;
}

/** The same, and the `data` of the API's answer. Throws with the answer when it is an error. */
export async function askData<Data>(host: string, path: string, init?: AskInit): Promise<Data> {
  const response = await ask(host, `/api/v1${path}`, init);
  const answer = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${answer}`);
  return (JSON.parse(answer) as { data: Data }).data;
}
