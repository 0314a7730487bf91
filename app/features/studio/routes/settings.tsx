import { Outlet, useLoaderData } from "@remix-run/react";
import { may, studioLoader } from "../../../http/studio-route";
import { NavLinks } from "../../../ui/layouts/nav-links";
import { useWords } from "../../../ui/locale";
import { auditPath } from "../../account/paths";
import { paymentsPath } from "../../billing/paths";
import { peopleDataPath } from "../../clients/paths";
import { picturesPath } from "../../ingest/paths";
import { shippingPath } from "../../storefront/paths";
import { studioWords } from "../messages/words";
import { brandPath, regionPath, setupPath, taxPath } from "../paths";

export const loader = studioLoader({ may: "member" }, async ({ studio }) => ({
  changesStudio: may(studio, "studio:write"),
  connectsPayments: may(studio, "payments:write"),
  readsAudit: may(studio, "audit:read"),
  erasesPeople: may(studio, "clients:erase"),
}));

/** The frame of the settings: what can be set, for those who may, beside the page. */
export default function Settings() {
  const { changesStudio, connectsPayments, readsAudit, erasesPeople } = useLoaderData<typeof loader>();
  const words = useWords(studioWords).nav;
  const items = [
    ...(changesStudio
      ? [
          { to: brandPath, label: words.brand, end: true },
          { to: regionPath, label: words.region },
          { to: taxPath, label: words.tax },
          { to: shippingPath, label: words.shipping },
        ]
      : []),
    ...(connectsPayments ? [{ to: paymentsPath, label: words.payments }] : []),
    ...(changesStudio
      ? [
          { to: picturesPath, label: words.pictures },
          { to: setupPath, label: words.setup },
        ]
      : []),
    ...(readsAudit ? [{ to: auditPath(), label: words.audit }] : []),
    ...(erasesPeople ? [{ to: peopleDataPath, label: words.peopleData }] : []),
  ];
  return (
    <div className="grid gap-x-16 gap-y-8 lg:grid-cols-[11rem_minmax(0,1fr)]">
      <nav aria-label={words.label} className="-mx-3 min-w-0 lg:pt-1">
        <NavLinks
          items={items}
          listClass="flex gap-x-1 overflow-x-auto overflow-y-hidden [scrollbar-width:none] lg:grid lg:gap-y-0.5"
          linkClass="text-muted hover:text-ink aria-[current=page]:text-ink aria-[current=page]:bg-sunken inline-flex min-h-11 items-center rounded-md px-3 text-sm whitespace-nowrap lg:flex"
        />
      </nav>
      <div className="min-w-0">
        <Outlet />
      </div>
    </div>
  );
}
