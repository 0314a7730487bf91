import { useActionData, useNavigation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../../../ui/button";
import { Disclosure } from "../../../../ui/disclosure";
import { TextField } from "../../../../ui/field";
import { useLocale, useWords } from "../../../../ui/locale";
import { workspaceWords } from "../../messages/workspace-words";
import { cameraClock, readShift } from "../../model/capture-shift";

/** For how many photos it is shown what the shift makes of them. */
const PREVIEWED = 3;

export interface ClockShiftProps {
  /** The chosen photos. */
  photos: readonly { id: string; filename: string; capturedAt: string | null }[];
  typed: string;
  error: string[] | null | undefined;
}

/** By how much the clock of the camera is set right that took the chosen photos, and what comes of it. */
export function ClockShift({ photos, typed, error }: ClockShiftProps) {
  const words = useWords(workspaceWords).arrange;
  const locale = useLocale();
  const [text, setText] = useState(typed);
  const isShifting = useShifting(() => setText(""));
  const seconds = readShift(text);
  const previews = photos.flatMap(({ id, filename, capturedAt }) => {
    const was = cameraClock(capturedAt, 0, locale);
    const will = cameraClock(capturedAt, seconds ?? 0, locale);
    return was === null || will === null ? [] : [{ id, line: words.shiftOf(filename, was, will) }];
  });
  return (
    <Disclosure label={words.clock} open={Boolean(error)} className="mb-4">
      <p className="text-muted mt-1 mb-4 max-w-xl">{words.clockText}</p>
      <div className="grid justify-items-start gap-3 pb-2">
        <TextField
          label={words.shift}
          hint={words.shiftHint}
          name="shift"
          autoComplete="off"
          maxLength={14}
          placeholder="+1:02:13"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={error}
          className="w-full max-w-80"
        />
        <Button name="intent" value="shift" variant="secondary" pending={isShifting}>
          {words.shiftDo}
        </Button>
      </div>
      {seconds === null || previews.length === 0 ? null : (
        <ul className="text-muted pb-2 tabular-nums">
          {previews.slice(0, PREVIEWED).map(({ id, line }) => (
            <li key={id}>{line}</li>
          ))}
          {previews.length > PREVIEWED ? <li>{words.shiftMore(previews.length - PREVIEWED)}</li> : null}
        </ul>
      )}
    </Disclosure>
  );
}

/**
 * Whether a shift is under way: it goes on from where the clock is, so that it must not be pressed twice.
 *
 * @param done called after one that was not refused
 */
function useShifting(done: () => void): boolean {
  const isShifting = useNavigation().formData?.get("intent") === "shift";
  const isRefused = useActionData() !== undefined;
  const wasShifting = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked when a shift begins or ends
  useEffect(() => {
    if (wasShifting.current && !isShifting && !isRefused) done();
    wasShifting.current = isShifting;
  }, [isShifting]);
  return isShifting;
}
