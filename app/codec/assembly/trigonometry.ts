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
  let sum = 1.0;
  for (let n = 16; n >= 2; n -= 2) sum = 1 - (square / <f64>(n * (n + 1))) * sum;
  return sign * angle * sum;
}

export function cosPi(x: f64): f64 {
  return sinPi(x + 0.5);
}

/** The Lanczos kernel of three lobes. */
export function lanczos3(x: f64): f64 {
  const distance = Math.abs(x);
  if (distance < 1e-9) return 1;
  if (distance >= 3) return 0;
  return (3 * sinPi(distance) * sinPi(distance / 3)) / (PI * PI * distance * distance);
}
