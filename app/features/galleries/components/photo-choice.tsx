import { Check, Heart, MessageSquare, X } from "lucide-react";
import type { MouseEvent, ReactNode } from "react";
import { cx } from "../../../ui/cx";
import { useWords } from "../../../ui/locale";
import { favouritesWords } from "../messages/words";
import { labelSetting, markSetting } from "../model/choice-setting";
import { type ChoiceChange, type Label, labels, type PhotoChoice } from "../model/favourites";
import type { ProofingMode } from "../model/proofing";
import { favouritesPath } from "../paths";
import { CHOOSING_FORM } from "./favourites-bar";
import { labelColours } from "./label-dot";
import { type ActionPlace, favouriteKey, lightboxControl, tileControl } from "./photo-controls";

export interface PhotoChoiceProps {
  photo: { id: string; filename: string };
  place: ActionPlace;
  mode: ProofingMode;
  choice: PhotoChoice | undefined;
  galleryKey: string;
  onChange(change: ChoiceChange): void;
  onComment(): void;
}

/** What somebody says of one photo, in the way that its gallery asks for. */
export function PhotoChoiceControl(props: PhotoChoiceProps) {
  const { mode, place } = props;
  return (
    <>
      {mode === "approve" ? (
        <Approval {...props} />
      ) : mode === "labels" ? (
        <Labels {...props} />
      ) : (
        <HeartButton {...props} />
      )}
      {place === "lightbox" ? <CommentLink {...props} /> : null}
    </>
  );
}

interface PressProps {
  place: ActionPlace;
  /** What a form says, before JavaScript arrives. */
  setting: string;
  label: string;
  pressed: boolean;
  isKey?: boolean;
  onPress(): void;
  className?: string;
  children: ReactNode;
}

/** A button of the choosing form, wherever on the page it stands. */
function Press({ place, setting, label, pressed, isKey, onPress, className, children }: PressProps) {
  const press = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
    onPress();
  };
  return (
    <button
      type="submit"
      form={CHOOSING_FORM}
      name="set"
      value={setting}
      aria-pressed={pressed}
      aria-label={label}
      title={label}
      onClick={press}
      className={cx(place === "tile" ? tileControl : lightboxControl, className)}
      {...(isKey && place === "lightbox" ? favouriteKey : {})}
    >
      {children}
    </button>
  );
}

function HeartButton({ photo, place, choice, onChange }: PhotoChoiceProps) {
  const words = useWords(favouritesWords).heart;
  const isChosen = choice?.mark === "chosen";
  const mark = isChosen ? null : "chosen";
  return (
    <Press
      place={place}
      setting={markSetting(photo.id, mark)}
      label={words.choose(photo.filename)}
      pressed={isChosen}
      isKey
      onPress={() => onChange({ photoId: photo.id, mark })}
    >
      <Heart
        aria-hidden="true"
        className={cx(
          place === "tile" ? "size-5.5" : "size-6",
          "transition-transform duration-150",
          isChosen && "scale-110 fill-[#e5484d] text-[#e5484d] [stroke:white] [stroke-width:1.25]",
        )}
      />
    </Press>
  );
}

function Approval({ photo, place, choice, onChange }: PhotoChoiceProps) {
  const words = useWords(favouritesWords).heart;
  const mark = choice?.mark ?? null;
  return (
    <>
      {(
        [
          { Icon: Check, wanted: "chosen", label: words.approve(photo.filename), look: "bg-[#2c7a4b]" },
          { Icon: X, wanted: "rejected", label: words.reject(photo.filename), look: "bg-[#b3261e]" },
        ] as const
      ).map(({ Icon, wanted, label, look }) => (
        <Press
          key={wanted}
          place={place}
          setting={markSetting(photo.id, mark === wanted ? null : wanted)}
          label={label}
          pressed={mark === wanted}
          isKey={wanted === "chosen"}
          onPress={() => onChange({ photoId: photo.id, mark: mark === wanted ? null : wanted })}
        >
          <span
            className={cx(
              "grid size-8 place-items-center rounded-full",
              mark === wanted ? look : "bg-black/45",
            )}
          >
            <Icon aria-hidden="true" className="size-4.5" strokeWidth={2.5} />
          </span>
        </Press>
      ))}
    </>
  );
}

/** All five in the lightbox; on a tile there is room for one, which goes on to the next colour. */
function Labels({ photo, place, choice, onChange }: PhotoChoiceProps) {
  const words = useWords(favouritesWords).heart;
  const current = choice?.label ?? null;
  const set = (label: Label | null) => onChange({ photoId: photo.id, label });
  if (place === "tile") {
    const next = labels.find((each) => each > (current ?? 0)) ?? null;
    const name = current === null ? words.noLabel : (words.labels[current - 1] ?? "");
    return (
      <Press
        place={place}
        setting={labelSetting(photo.id, next)}
        label={`${words.label(photo.filename)}: ${name}`}
        pressed={current !== null}
        onPress={() => set(next)}
      >
        <Dot label={current} />
      </Press>
    );
  }
  return labels.map((label) => (
    <Press
      key={label}
      place={place}
      setting={labelSetting(photo.id, current === label ? null : label)}
      label={words.labelNamed(words.labels[label - 1] ?? "", photo.filename)}
      pressed={current === label}
      isKey={label === 1}
      onPress={() => set(current === label ? null : label)}
      className={cx("w-9! sm:w-12!", current === label && "bg-white/20")}
    >
      <Dot label={label} isLarge={current === label} />
    </Press>
  ));
}

function Dot({ label, isLarge = false }: { label: Label | null; isLarge?: boolean }) {
  return (
    <span
      aria-hidden="true"
      style={label === null ? undefined : { backgroundColor: labelColours[label] }}
      className={cx(
        "rounded-full border-2 border-white",
        isLarge ? "size-6" : "size-5",
        label === null && "bg-black/35",
      )}
    />
  );
}

/** A link to the list's page, where comments are written before JavaScript arrives. */
function CommentLink({ photo, choice, galleryKey, onComment }: PhotoChoiceProps) {
  const words = useWords(favouritesWords).heart;
  const hasComment = (choice?.comment ?? "") !== "";
  const open = (event: MouseEvent) => {
    event.preventDefault();
    onComment();
  };
  return (
    <a
      href={favouritesPath(galleryKey)}
      onClick={open}
      aria-label={words.comment(photo.filename)}
      title={words.comment(photo.filename)}
      className={lightboxControl}
    >
      <MessageSquare aria-hidden="true" className={cx("size-5.5", hasComment && "fill-current")} />
    </a>
  );
}
