import { Form, Link } from "@remix-run/react";
import { Plus } from "lucide-react";
import { Button } from "../../../../ui/button";
import { cx } from "../../../../ui/cx";
import { TextField } from "../../../../ui/field";
import { useWords } from "../../../../ui/locale";
import { workspaceWords } from "../../messages/workspace-words";
import { arrangePath } from "../../paths";
import { useDropPlace } from "./photo-drag";

export interface SectionNavProps {
  galleryId: string;
  /** The one that is open; null for the photos before all sections. */
  current: string | null;
  sections: readonly { id: string; name: string; readyCount: number }[];
  /** Photos before all sections. */
  before: number;
  error: string[] | null | undefined;
}

/** The sections of a gallery, to open one, and a way to make another. */
export function SectionNav({ galleryId, current, sections, before, error }: SectionNavProps) {
  const words = useWords(workspaceWords).arrange;
  const rows = [{ id: null, name: words.before, readyCount: before }, ...sections];
  return (
    <div className="min-w-0">
      <nav aria-label={words.sections}>
        <ul className="border-line divide-line divide-y border-y">
          {rows.map((row) => (
            <SectionRow
              key={row.id ?? ""}
              row={row}
              to={row.id === null ? arrangePath(galleryId) : `?section=${row.id}`}
              isCurrent={row.id === current}
            />
          ))}
        </ul>
      </nav>
      <Form method="post" className="mt-5 flex items-end gap-2">
        <TextField
          className="min-w-0 flex-1"
          label={words.addName}
          name="name"
          required
          maxLength={80}
          autoComplete="off"
          placeholder={words.addPlaceholder}
          error={error}
        />
        <Button name="intent" value="add" variant="secondary">
          <Plus aria-hidden="true" />
          {words.add}
        </Button>
      </Form>
    </div>
  );
}

interface SectionRowProps {
  row: { id: string | null; name: string; readyCount: number };
  to: string;
  isCurrent: boolean;
}

/** Opens a section, and takes photos that are dropped on it. */
function SectionRow({ row: { id, name, readyCount }, to, isCurrent }: SectionRowProps) {
  const words = useWords(workspaceWords).arrange;
  const { isOver, handlers } = useDropPlace(
    isCurrent ? null : { intent: "move", ...(id === null ? {} : { to: id }) },
  );
  return (
    <li>
      <Link
        to={to}
        aria-current={isCurrent ? "page" : undefined}
        {...handlers}
        className={cx(
          "hover:bg-sunken flex min-h-12 items-center justify-between gap-4 border-s-2 px-3 py-2",
          isCurrent ? "border-accent bg-sunken font-medium" : "border-transparent",
          isOver && "bg-accent-soft outline-accent outline-2 -outline-offset-2",
        )}
      >
        <span className="min-w-0 break-words">{name}</span>
        <span className="text-muted text-sm font-normal tabular-nums">
          {readyCount}
          <span className="sr-only"> {words.count(readyCount)}</span>
        </span>
      </Link>
    </li>
  );
}
