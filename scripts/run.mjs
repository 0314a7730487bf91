// The entry of every npm script: checks the Node version in syntax any Node can read, then runs
// scripts/NAME.ts in this same process, so that a signal reaches the program itself.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Safelight needs Node 20.19 or later; this is Node ${process.versions.node}.`);
  process.exit(1);
}
const [name, ...args] = process.argv.slice(2);
process.argv = [process.argv[0], `${name}`, ...args];
const { register } = await import("tsx/esm/api");
register();
const { main } = await import(`./${name}.ts`);
try {
  process.exitCode = await main(args);
} catch (error) {
  console.error(error?.kind === "sentence" ? error.message : error);
  process.exitCode = 1;
}
