import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { cx } from "../../../../ui/cx";
import { useWords } from "../../../../ui/locale";
import { PageHeader } from "../../../../ui/page-header";
import { expiryWords } from "../../messages/expiry-words";
import { workspaceWords } from "../../messages/workspace-words";
import { galleryExpiryPath, galleryPath, gallerySettingsPath } from "../../paths";
import { settingsParts } from "./settings-part";

export interface SettingsFrameProps {
  gallery: { id: string; name: string };
  /** Which page this is: that of the parts, or that of what happens when the last day is over. */
  page: "parts" | "expiry";
  /** Whether who works on the gallery is a part of it for the one who asks. */
  hasWork: boolean;
  title: string;
  description?: string;
  children: ReactNode;
}

const entry = "text-muted hover:text-ink inline-flex min-h-11 items-center px-2 text-sm hover:underline";

/** The frame of a gallery's settings: the ways to their parts beside one of them. */
export function SettingsFrame({ gallery, page, hasWork, title, description, children }: SettingsFrameProps) {
  const words = useWords(workspaceWords).settings;
  const { settings: expiry } = useWords(expiryWords);
  const here = page === "parts" ? "" : gallerySettingsPath(gallery.id);
  const part = (name: keyof typeof words.part) => (
    <li key={name}>
      {/* A browser goes to a part of a page by itself, and focus with it. */}
      <a href={`${here}#${name}`} className={entry}>
        {words.part[name]}
      </a>
    </li>
  );
  return (
    <>
      <PageHeader
        title={title}
        description={description}
        back={{ to: galleryPath(gallery.id), label: gallery.name }}
      />
      <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[10rem_minmax(0,44rem)]">
        <nav aria-label={words.parts} className="lg:sticky lg:top-24 lg:self-start">
          <ul className="-mx-2 flex flex-wrap gap-x-2 lg:grid">
            {settingsParts.map(part)}
            <li>
              <Link
                to={galleryExpiryPath(gallery.id)}
                aria-current={page === "expiry" ? "page" : undefined}
                className={cx(entry, "aria-[current=page]:text-ink aria-[current=page]:font-medium")}
              >
                {expiry.title}
              </Link>
            </li>
            {hasWork ? part("work") : null}
          </ul>
        </nav>
        <div className="min-w-0">{children}</div>
      </div>
    </>
  );
}
