import type { ReactNode } from "react";
import { PublicLayout } from "../../../ui/layouts/public-layout";
import { useWords } from "../../../ui/locale";
import { chromeWords } from "../../../ui/messages/words";

export interface ShopFrameProps {
  studioName: string;
  logoUrl: string | null;
  width?: "reading" | "page";
  children: ReactNode;
}

/** The frame of everything between a photo and an order. */
export function ShopFrame({ studioName, logoUrl, width = "reading", children }: ShopFrameProps) {
  const layout = useWords(chromeWords).layout;
  return (
    <PublicLayout
      brand={{ name: studioName, to: "/", logoUrl }}
      skipLabel={layout.skip}
      width={width}
      footer={<span>{layout.poweredBy}</span>}
    >
      {children}
    </PublicLayout>
  );
}
