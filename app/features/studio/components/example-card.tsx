import { Form, useNavigation } from "@remix-run/react";
import { Button, LinkButton } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { galleryPath } from "../../galleries/paths";
import { studioWords } from "../messages/words";

/** A gallery to look around in: made by one button, taken away by another. */
export function ExampleCard({ example }: { example: { id: string } | null }) {
  const words = useWords(studioWords).setup.example;
  const intent = useNavigation().formData?.get("intent");
  return (
    <section
      aria-labelledby="example"
      className="border-line bg-surface mt-12 grid overflow-hidden rounded-lg border sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
    >
      <img
        src="/example/evening-sea.jpg"
        alt=""
        className="h-40 w-full object-cover sm:h-full"
        loading="lazy"
      />
      <div className="p-6 sm:p-8">
        <h2 id="example" className="text-xl">
          {words.title}
        </h2>
        <p className="text-muted mt-2">{example ? words.there : words.text}</p>
        <Form method="post" className="mt-5 flex flex-wrap gap-2.5">
          {example ? (
            <>
              <LinkButton to={galleryPath(example.id)} variant="secondary">
                {words.look}
              </LinkButton>
              <Button name="intent" value="remove" variant="secondary" pending={intent === "remove"}>
                {intent === "remove" ? words.removing : words.remove}
              </Button>
            </>
          ) : (
            <Button name="intent" value="fill" variant="secondary" pending={intent === "fill"}>
              {intent === "fill" ? words.filling : words.fill}
            </Button>
          )}
        </Form>
      </div>
    </section>
  );
}
