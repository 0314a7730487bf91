import { env } from "../create-test-studio";
import type { Inhabited } from "../isolation/things";
import type { Shot } from "./draft";
import { latin1 } from "./judge";
import type { World } from "./world";

const kept = (env as unknown as { KEPT: Fetcher }).KEPT;

/** What each thing of both studios is, by a name that means the same in the next run. */
function namesOf({ here, there }: Pick<World, "here" | "there">): [name: string, value: string][] {
  const named = (side: string, { host, things }: Inhabited) =>
    Object.entries({ ...things, host }).map(([name, value]): [string, string] => [
      `{{${side}.${name}}}`,
      value,
    ]);
  return [...named("here", here), ...named("there", there.inhabited)].toSorted(
    ([, one], [, other]) => other.length - one.length,
  );
}

/** Keeps a request that failed, with what was wrong; returns the path of its file. */
export async function keepFailing(
  world: World,
  shot: Shot,
  name: string,
  faults: readonly string[],
): Promise<string> {
  const { body, ...rest } = shot;
  let text = JSON.stringify({ faults, ...rest, body: body && latin1(body) }, null, 2);
  for (const [placeholder, value] of namesOf(world)) text = text.replaceAll(value, placeholder);
  // Node closes a connection that was idle; what meets the closing is sent again.
  const send = () => kept.fetch(`http://kept/?name=${name}`, { method: "POST", body: text });
  return (await send().catch(send)).text();
}

/** A kept request, about the things of this world. */
export async function readKept(world: World, path: string): Promise<Shot> {
  const response = await kept.fetch(`http://kept/?path=${encodeURIComponent(path)}`);
  let text = await response.text();
  for (const [placeholder, value] of namesOf(world)) text = text.replaceAll(placeholder, value);
  const {
    faults: _,
    body,
    ...shot
  } = JSON.parse(text) as Omit<Shot, "body"> & { faults: string[]; body: string | null };
  return { ...shot, body: body === null ? null : Uint8Array.from(body, (letter) => letter.charCodeAt(0)) };
}
