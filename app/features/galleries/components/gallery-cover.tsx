import { Link } from "@remix-run/react";
import { ChevronDown } from "lucide-react";
import type { CSSProperties, ReactNode } from "react";
import { useBlurred } from "../../../ui/blurred";
import { urgent } from "../../../ui/fetch-priority";
import { useWords } from "../../../ui/locale";
import { renditionSize } from "../../ingest/model";
import { renditionPath } from "../../ingest/paths";
import { galleryWords } from "../messages/words";
import type { Cover } from "../model";
import { ratioOf } from "../model/grid-layout";
import type { TilePhoto } from "../model/tile-photo";

export interface GalleryCoverProps {
  design: Cover;
  name: string;
  subtitle: string;
  /** As it is written: "13 June 2026"; null where none is shown. */
  day: string | null;
  brand: { name: string; logoUrl: string | null };
  photo: TilePhoto;
  /** The point of the photo that stays in sight, in percent of its sides. */
  focus: { x: number; y: number };
  /** Where the photos begin. */
  to: string;
}

/** How a gallery begins. The heading of the page is its name. */
export function GalleryCover(props: GalleryCoverProps) {
  const Design = designs[props.design];
  return <Design {...props} />;
}

/** The photo over the whole screen, the words at its foot. */
function FullCover(props: GalleryCoverProps) {
  const { name, subtitle, day } = props;
  return (
    <header className="relative flex h-svh min-h-120 flex-col justify-between overflow-hidden bg-[#191614] text-white [&_:focus-visible]:outline-white">
      <CoverPhoto {...props} className="absolute inset-0" />
      <Shade className="inset-x-0 top-0 h-40 bg-linear-to-b from-black/45" />
      <Shade className="inset-x-0 bottom-0 h-3/5 bg-linear-to-t from-black/80 via-black/35" />
      <div className="page-width relative pt-5 text-center sm:pt-7">
        <Brand {...props} className="text-white" />
      </div>
      <div className="page-width relative pb-[max(2.5rem,7svh)] text-center [text-shadow:0_1px_18px_rgb(0_0_0/0.45)]">
        <Title name={name} />
        {subtitle ? (
          <p className="mx-auto mt-4 max-w-xl text-lg text-balance text-white/90">{subtitle}</p>
        ) : null}
        {day ? <p className="mt-3 text-sm tracking-wide text-white/85">{day}</p> : null}
        <ViewButton {...props} className="mt-8 border-white/70 text-white hover:bg-white hover:text-black" />
      </div>
    </header>
  );
}

/** The photo on one half, the words on the other; on a phone one above the other. */
function SplitCover(props: GalleryCoverProps) {
  const { name, subtitle, day } = props;
  return (
    <header className="bg-paper grid min-h-svh grid-rows-[minmax(0,54svh)_1fr] md:h-svh md:min-h-120 md:grid-cols-2 md:grid-rows-1">
      <CoverPhoto {...props} className="relative md:order-last" half />
      <div className="flex flex-col items-center justify-between gap-6 px-6 pt-4 pb-8 text-center md:px-[5vw] md:py-10">
        <Brand {...props} />
        <div>
          {day ? <p className="eyebrow mb-5">{day}</p> : null}
          <Title name={name} scale={0.86} />
          {subtitle ? (
            <p className="text-muted mx-auto mt-5 max-w-md text-lg text-balance">{subtitle}</p>
          ) : null}
        </div>
        <ViewButton {...props} className="border-ink/40 hover:bg-ink hover:text-paper hover:border-ink" />
      </div>
    </header>
  );
}

/** The photo in a frame of paper, the words below it as on a print. */
function FramedCover(props: GalleryCoverProps) {
  const { name, subtitle, day } = props;
  return (
    <header className="bg-paper flex min-h-svh flex-col items-center px-[clamp(1.25rem,5vw,4rem)] pt-5 pb-10 text-center md:pt-7">
      <Brand {...props} />
      <div className="border-line bg-surface shadow-raised mt-5 flex min-h-0 w-full max-w-5xl flex-1 border p-[clamp(0.625rem,1.6vw,1.25rem)] md:mt-6">
        <CoverPhoto {...props} className="relative min-h-[46svh] w-full" framed />
      </div>
      <div className="mt-8 md:mt-9">
        <Title name={name} scale={0.78} />
        {subtitle ? <p className="text-muted mt-3 text-balance">{subtitle}</p> : null}
        {day ? <p className="text-muted mt-1.5 text-sm tracking-wide">{day}</p> : null}
      </div>
      <ViewButton {...props} className="border-ink/40 hover:bg-ink hover:text-paper hover:border-ink mt-6" />
    </header>
  );
}

/** The photo as a magazine's title page: the name across its head, the rest along its foot. */
function MagazineCover(props: GalleryCoverProps) {
  const { name, subtitle, day } = props;
  // As large as the page is wide, however long the name is.
  const size = { "--fit": `${Math.round(1500 / Math.max(7, longestWord(name))) / 10}vw` } as CSSProperties;
  return (
    <header className="relative flex h-svh min-h-120 flex-col justify-between overflow-hidden bg-[#191614] text-white [&_:focus-visible]:outline-white">
      <CoverPhoto {...props} className="absolute inset-0" />
      <Shade className="inset-x-0 top-0 h-3/5 bg-linear-to-b from-black/70 via-black/30" />
      <Shade className="inset-x-0 bottom-0 h-2/5 bg-linear-to-t from-black/75 via-black/30" />
      <div className="relative px-[clamp(1.25rem,4vw,3rem)] pt-5 [text-shadow:0_1px_18px_rgb(0_0_0/0.35)]">
        <div className="flex items-center justify-between gap-6 border-b border-white/60 pb-3 text-sm tracking-wide">
          <Brand {...props} className="text-white" />
          {day ? <p>{day}</p> : null}
        </div>
        <h1
          className="look-title mt-4 text-[clamp(2.75rem,var(--fit),11rem)] leading-[0.92]! text-balance"
          style={size}
        >
          {name}
        </h1>
      </div>
      <div className="relative flex flex-wrap items-end justify-between gap-6 px-[clamp(1.25rem,4vw,3rem)] pb-[max(2rem,5svh)] [text-shadow:0_1px_18px_rgb(0_0_0/0.45)]">
        <p className="look-title max-w-md text-2xl leading-snug! normal-case! text-balance">{subtitle}</p>
        <ViewButton {...props} className="border-white/70 text-white hover:bg-white hover:text-black" />
      </div>
    </header>
  );
}

const designs: Record<Cover, (props: GalleryCoverProps) => ReactNode> = {
  full: FullCover,
  split: SplitCover,
  framed: FramedCover,
  magazine: MagazineCover,
};

function Title({ name, scale = 1 }: { name: string; scale?: number }) {
  return (
    <h1
      className="look-title leading-[1.04] text-balance"
      style={{ fontSize: `calc(var(--text-display) * var(--title-scale, 1) * ${scale})` }}
    >
      {name}
    </h1>
  );
}

function Brand({ brand, className = "" }: Pick<GalleryCoverProps, "brand"> & { className?: string }) {
  return (
    <Link
      to="/"
      className={`inline-flex min-h-11 items-center text-sm tracking-[0.08em] underline-offset-6 hover:underline ${className}`}
    >
      {brand.logoUrl ? <img src={brand.logoUrl} alt={brand.name} className="h-9 w-auto" /> : brand.name}
    </Link>
  );
}

function ViewButton({ to, className }: { to: string; className: string }) {
  const words = useWords(galleryWords).cover;
  return (
    <a
      href={to}
      className={`inline-flex min-h-12 items-center gap-2.5 rounded-full border px-7 text-[0.9375rem] font-medium transition-colors ${className}`}
    >
      {words.view}
      <ChevronDown aria-hidden="true" className="size-4" />
    </a>
  );
}

function CoverPhoto({
  photo,
  focus,
  className,
  half = false,
  framed = false,
}: GalleryCoverProps & { className: string; half?: boolean; framed?: boolean }) {
  const width = (name: "thumb" | "grid" | "preview") => renditionSize(photo, name).width;
  // A photo that is cut to a tall screen is wider than it; on phones that would be more than anybody sees.
  const wide = half ? "max(50vw, 100svh)" : framed ? "min(92vw, 64rem)" : "max(100vw, 100svh)";
  return (
    <div className={`overflow-hidden ${className}`} style={useBlurred(photo.thumbhash)}>
      <img
        src={renditionPath(photo, "grid")}
        srcSet={(["thumb", "grid", "preview"] as const)
          .map((name) => `${renditionPath(photo, name)} ${width(name)}w`)
          .join(", ")}
        sizes={`(min-width: 48rem) ${wide}, ${ratioOf(photo) > 1 && !framed ? "120vw" : "100vw"}`}
        alt=""
        width={photo.width}
        height={photo.height}
        {...urgent}
        className="absolute inset-0 size-full object-cover"
        style={{ objectPosition: `${focus.x}% ${focus.y}%` }}
      />
    </div>
  );
}

function Shade({ className }: { className: string }) {
  return <div aria-hidden="true" className={`pointer-events-none absolute to-transparent ${className}`} />;
}

/** Letters of the longest line that a name can be broken into. */
function longestWord(name: string): number {
  const words = name.split(/\s+/).map((word) => word.length);
  return Math.max(...words, Math.ceil(words.reduce((a, b) => a + b + 1, -1) / 2));
}
