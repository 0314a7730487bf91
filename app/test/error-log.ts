/** Error lines that the test under way has logged. */
export const errorLines: string[] = [];

/** Takes the error lines that match out of the test's log, and fails unless there is one. */
export function expectErrorLog(pattern: RegExp): void {
  const others = errorLines.filter((line) => !pattern.test(line));
  if (others.length === errorLines.length) throw new Error(`no error was logged that matches ${pattern}`);
  errorLines.splice(0, errorLines.length, ...others);
}
