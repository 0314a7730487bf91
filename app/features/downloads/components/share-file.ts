import { type MouseEvent, useEffect, useRef, useState } from "react";

/** Larger files go the browser's own way: sharing one means holding it in memory first. */
const LARGEST_SHARED = 60 * 1024 * 1024;

/** Where a file that is shared stands; "ready" waits for a second tap, "failed" went the ordinary way. */
export type Sharing = "idle" | "fetching" | "ready" | "failed";

interface SharedFile {
  url: string;
  filename: string;
  contentType: string;
  size: number;
}

/**
 * On phones and tablets that can, pressing a link to a file opens the share sheet instead, where "save to photos" is:
 * a file that is only downloaded there is hard to find again. Everywhere else, and without JavaScript, the link is an
 * ordinary one. Fetching takes longer than a tap stays good for in some browsers; then the next tap shares.
 */
export function useShareSheet(file: SharedFile | null) {
  const [sharing, setSharing] = useState<Sharing>("idle");
  const [canShare, setCanShare] = useState(false);
  const fetched = useRef<File | null>(null);
  const key = file ? `${file.url} ${file.contentType}` : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what is asked of the file
  useEffect(() => {
    fetched.current = null;
    setSharing("idle");
    setCanShare(file !== null && file.size <= LARGEST_SHARED && isShareable(file));
  }, [key]);

  const onClick = async (event: MouseEvent) => {
    if (!file || !canShare || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    if (sharing === "fetching") return;
    try {
      if (fetched.current === null) {
        setSharing("fetching");
        fetched.current = await fetchFile(file);
      }
      await navigator.share({ files: [fetched.current] });
      setSharing("idle");
    } catch (error) {
      const reason = error instanceof Error ? error.name : "";
      if (reason === "AbortError") return setSharing("idle");
      if (reason === "NotAllowedError" && fetched.current) return setSharing("ready");
      setSharing("failed");
      setCanShare(false);
      window.location.assign(file.url);
    }
  };
  return { canShare, sharing, onClick };
}

function isShareable({ filename, contentType }: SharedFile): boolean {
  if (typeof navigator.canShare !== "function" || !window.matchMedia("(pointer: coarse)").matches)
    return false;
  return navigator.canShare({ files: [new File([""], filename, { type: contentType })] });
}

/** Throws when the answer is not the file: the link may have run out in the meantime. */
async function fetchFile({ url, filename, contentType }: SharedFile): Promise<File> {
  const response = await fetch(url);
  if (!response.ok || response.redirected) throw new Error("the file was not handed out");
  return new File([await response.blob()], filename, { type: contentType });
}
