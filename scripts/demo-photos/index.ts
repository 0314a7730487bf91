import { AURORA_ROLL } from "./aurora";
import { BOREALIS_ROLL } from "./borealis";
import { type Shot, takePhoto } from "./camera";

export interface DemoPhoto {
  filename: string;
  bytes: Buffer;
}

interface Studio {
  prefix: string;
  owner: string;
  roll: readonly Shot[];
}

const STUDIOS: Record<"aurora" | "borealis", Studio> = {
  aurora: { prefix: "AUR", owner: "Aurora Studio", roll: AURORA_ROLL },
  borealis: { prefix: "BOR", owner: "Borealis Studio", roll: BOREALIS_ROLL },
};
/** The rolls were composed for this seed. */
const DEFAULT_SEED = 1;
/** Keeps the seeds of different rolls and of second takes apart. */
const SEED_STRIDE = 1009;
/** A second take of the whole roll counts on from here. */
const TAKE_STRIDE = 1000;

/**
 * Renders the demo photographs one by one (so that memory stays flat), the same bytes for the same seed.
 * Asking for more than the studio's roll holds gives further takes of it.
 */
export async function* demoPhotos(options: {
  studio: "aurora" | "borealis";
  count?: number;
  seed?: number;
}): AsyncGenerator<DemoPhoto> {
  const { prefix, owner, roll } = STUDIOS[options.studio];
  const count = options.count ?? roll.length;
  for (let i = 0; i < count; i++) {
    const shot = roll[i % roll.length] as Shot;
    const take = Math.floor(i / roll.length);
    const seed = shot.seed + ((options.seed ?? DEFAULT_SEED) - DEFAULT_SEED + take) * SEED_STRIDE;
    const number = String(shot.number + take * TAKE_STRIDE).padStart(4, "0");
    yield { filename: `${prefix}_${number}.jpg`, bytes: await takePhoto({ ...shot, seed }, owner) };
  }
}
