import { AppError } from "../../lib/app-error";
import type { ExamplePhoto } from "./commands/fill-with-example.server";

const names = ["first-light", "barley", "evening-sea", "forest", "afterglow", "lake"];

/** The photos of the example, from the files that are served beside the app. */
export function examplePhotos(env: { ASSETS?: Fetcher; ROOT_ORIGIN: string }): ExamplePhoto[] {
  return names.map((name) => ({
    filename: `${name}.jpg`,
    async bytes() {
      const answer = await env.ASSETS?.fetch(`${env.ROOT_ORIGIN}/example/${name}.jpg`);
      if (!answer?.ok) throw new AppError("unavailable", "The example cannot be had right now.");
      return new Uint8Array(await answer.arrayBuffer());
    },
  }));
}
