import { Link, useLocation } from "@remix-run/react";
import { ArrowLeft, Smartphone } from "lucide-react";
import type { MouseEvent } from "react";
import { cx } from "../../../ui/cx";
import { useWords } from "../../../ui/locale";
import { previewWords } from "../messages/preview-words";
import { type GalleryRole, galleryRoles } from "../model/roles";
import { galleryPath } from "../paths";

export interface PreviewBarProps {
  galleryId: string;
  /** As whom the member sees the gallery. */
  role: GalleryRole;
  isDraft: boolean;
}

/**
 * Over a gallery that a member looks at: as whom they see it, and the way to see it as somebody else or on a phone. Its
 * links load the page anew, as the gallery keeps what it has while somebody looks at photos. Mount it behind the page in
 * a flex column: it is seen first, and the page's own way past its head stays the first thing the keyboard reaches.
 */
export function PreviewBar({ galleryId, role, isDraft }: PreviewBarProps) {
  const words = useWords(previewWords);
  const { pathname } = useLocation();
  const here = (as: GalleryRole) => `${pathname}?as=${as}`;
  const openPhone = (event: MouseEvent<HTMLAnchorElement>) => {
    // A window as wide as a phone, because no page may stand in a frame of another.
    const isOpen = window.open(here(role), "phone", "popup,width=390,height=844");
    if (isOpen) event.preventDefault();
  };
  return (
    <aside
      aria-label={words.label}
      className="relative z-50 order-first flex flex-wrap items-center gap-x-5 gap-y-1 bg-[#211d19] px-4 py-1.5 text-sm text-white"
    >
      <Link
        to={galleryPath(galleryId)}
        className="inline-flex min-h-11 items-center gap-1.5 text-white hover:underline"
      >
        <ArrowLeft aria-hidden="true" className="size-4" />
        {words.back}
      </Link>
      {isDraft ? <p className="text-white/80 max-sm:hidden">{words.draft}</p> : null}
      <nav aria-label={words.as} className="ms-auto flex items-center gap-2">
        <span aria-hidden="true" className="text-white/80 max-md:hidden">
          {words.as}
        </span>
        <ul className="flex rounded-md bg-white/12 p-0.5">
          {galleryRoles.map((each) => (
            <li key={each}>
              <a
                href={here(each)}
                aria-current={each === role ? "true" : undefined}
                className={cx(
                  "inline-flex min-h-9 items-center rounded-sm px-2.5 pointer-coarse:min-h-11",
                  each === role ? "bg-white text-[#211d19]" : "text-white hover:bg-white/15",
                )}
              >
                {words.roles[each]}
              </a>
            </li>
          ))}
        </ul>
        <a
          href={here(role)}
          target="phone"
          title={words.phoneHint}
          onClick={openPhone}
          className="inline-flex min-h-11 items-center gap-1.5 text-white hover:underline max-md:hidden"
        >
          <Smartphone aria-hidden="true" className="size-4" />
          {words.phone}
        </a>
      </nav>
    </aside>
  );
}
