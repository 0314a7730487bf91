import type { Money } from "../../../lib/money";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { galleryWords } from "../messages/words";

export interface BuyBarProps {
  /** How many photos are chosen; null while nobody counts because JavaScript has not arrived. */
  count: number | null;
  /** Some are chosen on other pages of the gallery, where this page has no boxes. */
  chosenElsewhere: boolean;
  /** What they cost together, for reading. */
  total: string;
  price: Money;
  buying: boolean;
  email: string;
  errors: { form: string[] | null; email: string[] | null };
  onClear(): void;
}

/** How the bar looks: small while nothing is chosen; before JavaScript it opens by the boxes of the form alone. */
const looks = {
  open: "py-3 sm:mx-0 sm:rounded-lg sm:py-4",
  closed: "py-1 sm:mx-auto sm:w-fit sm:rounded-full",
  byBoxes: "py-1 sm:mx-auto sm:w-fit sm:rounded-full sm:group-has-[:checked]/shop:rounded-lg",
};

/**
 * What is chosen and what it costs, and the way to pay for it; stays at the foot of the screen. Belongs into a
 * form of the group "shop".
 */
export function BuyBar(props: BuyBarProps) {
  const { count, chosenElsewhere, total, price, buying, email, errors, onClear } = props;
  const words = useWords(galleryWords).shared;
  const free = price.amount === 0;
  const label =
    count === null ? (free ? words.getFree : words.buyPlain) : free ? words.getFree : words.buy(total);
  const open = chosenElsewhere || (count ?? 0) > 0 || errors.form !== null || errors.email !== null;
  const look = open ? "open" : count === null ? "byBoxes" : "closed";
  return (
    <section
      aria-label={words.checkout}
      className={`border-line bg-surface/97 sticky bottom-0 z-20 -mx-5 mt-12 border-t px-5 backdrop-blur-sm sm:bottom-6 sm:mb-6 sm:border sm:px-6 sm:shadow-raised ${looks[look]}`}
    >
      {errors.form ? (
        <Notice tone="danger" className="mb-3">
          {errors.form[0]}
        </Notice>
      ) : null}
      <input type="hidden" name="shownPrice" value={price.amount} />
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <p role="status" className="flex min-h-11 items-center gap-3 text-sm">
          {count === null || count === 0 ? words.none : words.selected(count)}
          {count !== null && count > 0 ? (
            <Button type="button" variant="quiet" size="sm" onClick={onClear}>
              {words.clear}
            </Button>
          ) : null}
        </p>
        {look === "closed" ? null : (
          <div
            className={`flex-1 flex-wrap items-end justify-end gap-3 ${look === "open" ? "flex" : "hidden group-has-[:checked]/shop:flex"}`}
          >
            <TextField
              label={words.email}
              name="email"
              type="email"
              autoComplete="email"
              required
              defaultValue={email}
              error={errors.email}
              className="min-w-56 flex-1 sm:max-w-80"
            />
            <Button pending={buying} className="grow sm:grow-0">
              {buying ? words.buying : label}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}
