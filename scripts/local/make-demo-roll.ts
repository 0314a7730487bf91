import { demoPhotos } from "../demo-photos";
import type { RollMessage } from "./demo-roll";

// The process that startDemoRoll starts. It ends as soon as whoever started it does.
process.once("disconnect", () => process.exit());

for (const studio of ["aurora", "borealis"] as const) {
  for await (const photo of demoPhotos({ studio })) await tell({ studio, photo });
  await tell({ studio, photo: null });
}
process.disconnect();

function tell(message: RollMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(message, (error: Error | null) => (error ? reject(error) : resolve()));
  });
}
