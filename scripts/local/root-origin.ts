/** The platform's own origin on this machine. */
export function rootOrigin(port: number): string {
  return `http://localhost:${port}`;
}
