import { Form, Link, useNavigation } from "@remix-run/react";
import { Button } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { ingestWords } from "../messages/words";
import { photoPath } from "../paths";

export interface PictureProgressProps {
  counts: { outdated: number; avifsAsked: number; failed: number; byPhoton: number };
  /** Some of the failed ones. */
  failed: readonly { id: string; galleryId: string; filename: string }[];
}

/** What of the studio's pictures is still to be made, and what could not be made. Nothing when all is well. */
export function PictureProgress({ counts, failed }: PictureProgressProps) {
  const words = useWords(ingestWords).pictures;
  const retrying = useNavigation().formData?.get("intent") === "retry";
  const { outdated, avifsAsked, byPhoton } = counts;
  const waiting = [
    ...(outdated > 0 ? [words.progress(outdated)] : []),
    ...(avifsAsked > 0 ? [words.avifProgress(avifsAsked)] : []),
  ];
  return (
    <div className="grid max-w-2xl gap-4">
      {waiting.length > 0 ? <Notice tone="info">{waiting.join(" ")}</Notice> : null}
      {counts.failed > 0 ? (
        <Notice
          tone="warning"
          title={words.failedTitle(counts.failed)}
          actions={
            <Form method="post">
              <Button name="intent" value="retry" variant="secondary" size="sm" pending={retrying}>
                {words.retryFailed}
              </Button>
            </Form>
          }
        >
          <ul className="mt-1">
            {failed.map((photo) => (
              <li key={photo.id} className="truncate">
                <Link to={photoPath(photo.galleryId, photo.id)} className="link">
                  {photo.filename}
                </Link>
              </li>
            ))}
            {counts.failed > failed.length ? (
              <li className="text-muted">{words.failedMore(counts.failed - failed.length)}</li>
            ) : null}
          </ul>
        </Notice>
      ) : null}
      {byPhoton > 0 ? <p className="text-muted text-sm">{words.byPhoton(byPhoton)}</p> : null}
    </div>
  );
}
