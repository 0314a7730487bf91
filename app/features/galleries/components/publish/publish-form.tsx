import { Form, Link, useNavigation } from "@remix-run/react";
import { Button } from "../../../../ui/button";
import { RadioGroup, TextField } from "../../../../ui/field";
import { useWords } from "../../../../ui/locale";
import { TextArea } from "../../../../ui/text-area";
import { workspaceWords } from "../../messages/workspace-words";
import { mailVariables } from "../../model/mailing";
import { type GalleryRole, galleryRoles } from "../../model/roles";
import { galleryPeoplePath } from "../../paths";

export interface PublishFormProps {
  gallery: {
    id: string;
    /** Makes sending the form twice one mail. */
    mailingKey: string;
    isPublished: boolean;
    hasPassword: boolean;
    hasPin: boolean;
    timeZone: string;
    /** How many people it names in each role. */
    people: Readonly<Record<GalleryRole, number>>;
  };
  /** What it begins with. */
  text: { subject: string; message: string };
  typed: Readonly<Record<string, unknown>> | null | undefined;
  errors: Readonly<Record<string, string[] | null>> | null | undefined;
}

/** Whether, when and in which words the people of a gallery are told that it is open. */
export function PublishForm({ gallery, text, typed, errors }: PublishFormProps) {
  const words = useWords(workspaceWords).publish;
  const pending = useNavigation().formData?.get("intent");
  const value = (name: string, usual: string) => String(typed ? (typed[name] ?? "") : usual);
  const named = galleryRoles.filter((role) => gallery.people[role] > 0);
  const isTicked = (name: string, usual: boolean) => (typed ? typed[name] === "on" : usual);
  const whens = gallery.isPublished ? (["now", "later"] as const) : (["now", "later", "none"] as const);
  return (
    <Form method="post" className="grid max-w-2xl gap-8">
      <input type="hidden" name="key" value={gallery.mailingKey} />
      <RadioGroup
        legend={words.when}
        name="when"
        columns={gallery.isPublished ? 2 : 3}
        defaultValue={value("when", named.length > 0 || gallery.isPublished ? "now" : "none")}
        error={errors?.when}
        options={whens.map((when) => ({ value: when, ...words.whens[when] }))}
      />
      <div className="grid items-start gap-6 sm:grid-cols-2">
        <TextField
          label={words.day}
          name="day"
          type="date"
          optional={words.whens.later.label}
          defaultValue={value("day", "")}
          error={errors?.day}
        />
        <TextField
          label={words.time}
          name="time"
          type="time"
          optional={words.whens.later.label}
          hint={words.zone(gallery.timeZone)}
          defaultValue={value("time", "")}
          error={errors?.time}
        />
      </div>
      <fieldset>
        <legend className="text-sm font-medium">{words.recipients}</legend>
        {named.map((role) => (
          <Box
            key={role}
            name={`to-${role}`}
            isTicked={isTicked(`to-${role}`, role !== "buyer")}
            label={`${words.roles[role]}, ${words.people(gallery.people[role])}`}
          />
        ))}
        {named.length === 0 ? (
          <p className="text-muted mt-2">
            {words.nobodyNamed}{" "}
            <Link to={galleryPeoplePath(gallery.id)} className="link inline-flex min-h-11 items-center">
              {words.namePeople}
            </Link>
          </p>
        ) : null}
        {errors?.recipients ? (
          <p role="alert" className="text-danger mt-1 text-sm font-medium">
            {errors.recipients[0]}
          </p>
        ) : null}
      </fieldset>
      <TextField
        label={words.subject}
        name="subject"
        required
        maxLength={150}
        autoComplete="off"
        defaultValue={value("subject", text.subject)}
        error={errors?.subject}
      />
      <div>
        <TextArea
          label={words.message}
          name="message"
          required
          rows={9}
          maxLength={4000}
          defaultValue={value("message", text.message)}
          error={errors?.message}
          aria-describedby="variables"
        />
        <div id="variables" className="text-muted mt-2 text-sm">
          <p>{words.variables}</p>
          <ul className="mt-1 grid gap-x-6 gap-y-0.5 sm:grid-cols-2">
            {mailVariables.map((variable) => (
              <li key={variable}>
                <code className="text-ink">{`{{${variable}}}`}</code> {words.variable[variable]}
              </li>
            ))}
          </ul>
        </div>
      </div>
      {gallery.hasPassword || gallery.hasPin ? (
        <fieldset>
          <legend className="text-sm font-medium">{words.extras}</legend>
          {gallery.hasPassword ? (
            <Box
              name="tellsPassword"
              isTicked={isTicked("tellsPassword", true)}
              label={words.tellsPassword}
            />
          ) : null}
          {gallery.hasPin ? (
            <Box name="tellsPin" isTicked={isTicked("tellsPin", false)} label={words.tellsPin} />
          ) : null}
        </fieldset>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="publish" size="lg" pending={pending === "publish"}>
          {gallery.isPublished ? words.send : words.publish}
        </Button>
        <Button name="intent" value="test" variant="secondary" size="lg" pending={pending === "test"}>
          {words.test}
        </Button>
      </div>
    </Form>
  );
}

function Box({ name, isTicked, label }: { name: string; isTicked: boolean; label: string }) {
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input type="checkbox" name={name} defaultChecked={isTicked} className="tick" />
      <span>{label}</span>
    </label>
  );
}
