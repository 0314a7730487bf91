import { z } from "zod";
import { clearAlert, listAlerts } from "~/features/signup/index.server";
import { Directory } from "~/tenancy/directory";
import { defineCommand } from "./command";
import { Refusal } from "./refusal";
import { minute } from "./table";

export const listAlertsCommand = defineCommand({
  name: "alerts list",
  about: "Shows what only the operator can mend.",
  arguments: [],
  input: z.object({}),
  mayStartAnew: false,
  run: ({ directory }) => listAlerts(new Directory(directory)),
  show(alerts) {
    if (alerts.length === 0) return "There is nothing to mend.";
    return alerts
      .map(({ kind, message, count, firstAt, lastAt, toldAt }) =>
        [
          kind,
          `  ${message}`,
          `  ${count} times from ${minute(firstAt)} to ${minute(lastAt)} (UTC); ${toldAt === null ? "not mailed yet" : "mailed"}.`,
        ].join("\n"),
      )
      .join("\n\n");
  },
});

export const clearAlertCommand = defineCommand({
  name: "alerts clear",
  about: "Forgets an alert, so that the next of its kind is mailed again.",
  arguments: [
    { name: "kind", about: "the alert, as alerts list names it", positional: true, required: true },
  ],
  input: z.object({ kind: z.string().min(1) }),
  mayStartAnew: false,
  async run({ directory }, { kind }) {
    if (!(await clearAlert(new Directory(directory), kind))) {
      throw new Refusal("not_found", `There is no alert ${kind}.`);
    }
    return { kind };
  },
  show: ({ kind }) => `${kind} is cleared.`,
});
