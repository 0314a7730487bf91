import { Form, Link, useNavigation } from "@remix-run/react";
import { Check } from "lucide-react";
import { Button, LinkButton } from "../../../ui/button";
import { cx } from "../../../ui/cx";
import { useWords } from "../../../ui/locale";
import { paymentsPath } from "../../billing/paths";
import { newGalleryPath } from "../../galleries/paths";
import { studioWords } from "../messages/words";
import type { SetupStepName } from "../model";
import { brandPath, regionPath, taxPath } from "../paths";

export interface SetupListProps {
  steps: { name: SetupStepName; done: boolean }[];
  published: { name: string } | null;
  connectsPayments: boolean;
  canHide: boolean;
}

const addresses = {
  brand: brandPath,
  region: regionPath,
  tax: taxPath,
  payments: paymentsPath,
  gallery: newGalleryPath,
};

/** The first steps, each with what it is for and the way to it. */
export function SetupList({ steps, published, connectsPayments, canHide }: SetupListProps) {
  const words = useWords(studioWords).setup;
  const intent = useNavigation().formData?.get("intent");
  const next = steps.find(({ done }) => !done)?.name;
  const textOf = (name: SetupStepName) => {
    if (name === "send")
      return published ? words.steps.send.text(published.name) : words.steps.send.noGallery;
    if (name === "payments" && !connectsPayments) return words.steps.payments.onlyOwner;
    return words.steps[name].text;
  };
  const actionOf = (name: SetupStepName, done: boolean) => {
    const variant = name === next ? "primary" : "secondary";
    if (name === "send") {
      if (!published) return null;
      return (
        <Form method="post">
          <Button name="intent" value="send" variant={variant} pending={intent === "send"}>
            {words.steps.send.action}
          </Button>
        </Form>
      );
    }
    if (done || (name === "payments" && !connectsPayments)) return null;
    return (
      <LinkButton to={addresses[name]} variant={variant}>
        {words.steps[name].action}
      </LinkButton>
    );
  };
  return (
    <>
      <ol className="border-line mt-8 border-t">
        {steps.map(({ name, done }, position) => (
          <li
            key={name}
            className="border-line grid grid-cols-[2rem_minmax(0,1fr)] items-start gap-x-4 gap-y-4 border-b py-6 sm:grid-cols-[2rem_minmax(0,1fr)_auto] sm:items-center"
          >
            <span
              className={cx(
                "grid size-8 place-items-center rounded-full text-sm tabular-nums",
                done ? "bg-positive-soft text-positive" : "border-control text-muted border",
              )}
            >
              {done ? <Check aria-hidden="true" className="size-4" strokeWidth={2.5} /> : position + 1}
              {done ? <span className="sr-only">{words.done}</span> : null}
            </span>
            <div className="min-w-0">
              <h2 className={cx("text-xl", done && "text-muted")}>
                {done && name !== "gallery" && name !== "send" ? (
                  <Link to={addresses[name]} className="hover:underline">
                    {words.steps[name].title}
                  </Link>
                ) : (
                  words.steps[name].title
                )}
              </h2>
              {done ? null : <p className="text-muted mt-1">{textOf(name)}</p>}
            </div>
            <div className="col-start-2 sm:col-start-3">{actionOf(name, done)}</div>
          </li>
        ))}
      </ol>
      {canHide ? (
        <Form method="post" className="mt-4">
          <Button name="intent" value="hide" variant="quiet" size="sm" className="-ms-3">
            {words.hide}
          </Button>
        </Form>
      ) : null}
    </>
  );
}
