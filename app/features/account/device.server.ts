const LONGEST_NAME = 60;

const browsers: [RegExp, string][] = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bChrome\/|\bCriOS\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const systems: [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMacintosh\b/, "Mac"],
  [/\bLinux\b/, "Linux"],
];

/** A browser or program in a few words ("Firefox, Mac"), as a person would tell devices apart; may be empty. */
export function deviceOf(request: Request): string {
  const agent = request.headers.get("user-agent") ?? "";
  const named = [browsers, systems].flatMap(
    (list) => list.find(([pattern]) => pattern.test(agent))?.[1] ?? [],
  );
  if (named.length > 0) return named.join(", ");
  return (
    agent
      .split("/")[0]
      ?.replace(/[^\w .-]/g, "")
      .slice(0, LONGEST_NAME) ?? ""
  );
}
