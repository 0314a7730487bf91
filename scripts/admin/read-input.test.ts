import { expect, test } from "vitest";
import { commandHelp, generalHelp } from "./command";
import { createStudioCommand } from "./create-studio";
import { poolFillCommand } from "./pool";
import { readInput } from "./read-input";
import { UsageError } from "./refusal";
import { suspendCommand } from "./set-status";

const needed = ["north", "--name", "North Light", "--owner-email", "n@north.test", "--owner-name", "Nora"];

test("what makes a studio is read from the words and options, the rest has its defaults", async () => {
  const { env, input } = await readInput(createStudioCommand, [...needed, "--password", "North-light-1"]);
  expect(env).toBe("local");
  expect(input).toEqual({
    generated: false,
    studio: {
      slug: "north",
      name: "North Light",
      tagline: "",
      locale: "en",
      timeZone: "UTC",
      currency: "EUR",
      accent: "#7a4b2a",
      watermarkText: "North Light",
      providerAccount: null,
      owner: { email: "n@north.test", name: "Nora", password: "North-light-1" },
    },
  });
});

test("a password that is not given is made, another one each time", async () => {
  const first = (await readInput(createStudioCommand, needed)).input as Created;
  const second = (await readInput(createStudioCommand, needed)).input as Created;
  expect(first.generated).toBe(true);
  expect(first.studio.owner.password).not.toBe(second.studio.owner.password);
});

test("every mistake is named with its option", async () => {
  const words = [...needed, "--currency", "XXQ", "--accent", "red", "--password", "short", "--env", "moon"];
  const message = await complaint(readInput(createStudioCommand, words));
  expect(message).toContain("--currency: Enter an ISO 4217 currency such as EUR.");
  expect(message).toContain("--accent: Enter a colour such as #2f5d62.");
  expect(message).toContain("--password: A password has 8 to 200 characters.");
  expect(message).toContain("--env is local or production.");
});

test("what is missing is listed", async () => {
  expect(await complaint(readInput(createStudioCommand, ["--name", "N"]))).toMatch(
    /^SLUG, --owner-email, --owner-name: missing\./,
  );
});

test("an unknown option, an option without its value and a word too many are refused", async () => {
  expect(await complaint(readInput(suspendCommand, ["north", "--force"]))).toContain("'--force'");
  expect(await complaint(readInput(suspendCommand, ["north", "--env"]))).toContain("argument missing");
  expect(await complaint(readInput(suspendCommand, ["north", "south"]))).toContain('"south" is one word');
});

test("a subdomain no studio can have is refused before anything is opened", async () => {
  expect(await complaint(readInput(suspendCommand, ["WWW"]))).toBe("SLUG: This is not a studio's subdomain.");
});

test("a password from two places is refused", async () => {
  const words = [...needed, "--password", "North-light-1", "--password-stdin"];
  expect(await complaint(readInput(createStudioCommand, words))).toBe(
    "Give --password or --password-stdin, not both.",
  );
});

test("help names every command, and a command's help every argument", () => {
  expect(generalHelp([suspendCommand, poolFillCommand])).toMatch(
    /studio suspend {2}\S[\s\S]*pool fill {6,}\S/,
  );
  const help = commandHelp(createStudioCommand);
  for (const { name, positional } of createStudioCommand.arguments) {
    expect(help).toContain(positional ? name.toUpperCase() : `--${name}`);
  }
});

interface Created {
  generated: boolean;
  studio: { owner: { password: string } };
}

async function complaint(reading: Promise<unknown>): Promise<string> {
  const error = await reading.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UsageError);
  return (error as Error).message;
}
