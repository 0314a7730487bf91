import { addLights, type Lights } from "./bokeh";
import { smoothstep } from "./curves";
import { blur, type Frame, paintSmooth } from "./frame";
import { addRain } from "./rain-window";
import { createRandom } from "./random";
import { type Sky, skyAt } from "./sky";

/** A street at night with the lens thrown out of focus. */
export interface City {
  sky: Sky;
  lights: readonly Lights[];
  /** Drops on a window between the camera and the street; 0 for no window. */
  drops: number;
}

const STREET_DARKNESS = 0.75;
/** Box radius behind a wet window, frame heights. */
const WINDOW_BLUR = 0.003;

export function paintCity(frame: Frame, city: City, seed: number): void {
  const random = createRandom(seed + 151);
  const { horizon } = city.sky;
  paintSmooth(frame, (x, y, out) => {
    skyAt(city.sky, x, y, out);
    const street = 1 - STREET_DARKNESS * smoothstep(horizon, horizon + 0.3, y);
    for (let i = 0; i < 3; i++) out[i] = (out[i] as number) * street;
  });
  for (const lights of city.lights) addLights(frame, lights, random);
  if (city.drops === 0) return;
  blur(frame, Math.round(WINDOW_BLUR * frame.height));
  addRain(frame, city.drops, random);
}
