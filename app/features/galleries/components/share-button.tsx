import { Link2, Share2 } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useWords } from "../../../ui/locale";
import { galleryWords } from "../messages/words";

export interface ShareButtonProps {
  /** The address that is sent on, relative to this site. */
  path: string;
  title: string;
  label: string;
  className: string;
  children?: ReactNode;
}

/** Opens the device's own sheet for sending something on; where there is none, copies the address and says so. */
export function ShareButton({ path, title, label, className, children }: ShareButtonProps) {
  const words = useWords(galleryWords).share;
  const [alive, setAlive] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => setAlive(true), []);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2500);
    return () => clearTimeout(timer);
  }, [copied]);
  // Without JavaScript there is the browser's own way.
  if (!alive) return null;
  const share = async () => {
    const url = new URL(path, window.location.origin).href;
    // A desktop's sheet is in the way more often than it is of use.
    const isTouched = window.matchMedia("(pointer: coarse)").matches;
    if (isTouched && navigator.share) {
      await navigator.share({ title, url }).catch(() => {});
      return;
    }
    await navigator.clipboard?.writeText(url).then(
      () => setCopied(true),
      () => {},
    );
  };
  return (
    <button
      type="button"
      onClick={share}
      aria-label={label}
      title={label}
      className={`relative ${className}`}
    >
      {copied ? (
        <Link2 aria-hidden="true" className="size-5" />
      ) : (
        <Share2 aria-hidden="true" className="size-5" />
      )}
      {children}
      <span role="status" className="absolute inset-e-0 top-full z-30 mt-1">
        {copied ? (
          <span className="block rounded-md bg-black/85 px-3 py-1.5 text-xs whitespace-nowrap text-white">
            {words.copied}
          </span>
        ) : null}
      </span>
    </button>
  );
}
