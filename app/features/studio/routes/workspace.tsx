import { Form, Outlet, useLoaderData } from "@remix-run/react";
import { Images, ReceiptText, Settings, Tags, Users } from "lucide-react";
import { may, studioLoader } from "../../../http/studio-route";
import { WorkspaceLayout } from "../../../ui/layouts/workspace-layout";
import { useWords } from "../../../ui/locale";
import { MenuButton, MenuLink } from "../../../ui/menu";
import { chromeWords } from "../../../ui/messages/words";
import { VerifyBanner } from "../../account/components/verify-banner";
import { unverifiedEmail } from "../../account/index.server";
import { accountPath, peoplePath, signOutPath } from "../../account/paths";
import { galleriesPath } from "../../galleries/paths";
import { ordersPath, priceListsPath, reconciliationPath, salesReportPath } from "../../storefront/paths";
import { brandLogoPath, brandPath } from "../paths";

export const loader = studioLoader({ may: "member" }, async ({ studio }) => ({
  studioName: studio.tenant.name,
  logoUrl: brandLogoPath(studio.tenant.logoKey),
  memberName: studio.actor.name,
  seesOrders: may(studio, "orders:read"),
  pricesThings: may(studio, "prices:write"),
  seesPeople: may(studio, "members:read"),
  ownsSettings: may(studio, "studio:write"),
  unverifiedEmail: await unverifiedEmail(studio),
}));

export default function Workspace() {
  const {
    studioName,
    logoUrl,
    memberName,
    seesOrders,
    pricesThings,
    seesPeople,
    ownsSettings,
    unverifiedEmail,
  } = useLoaderData<typeof loader>();
  const words = useWords(chromeWords).layout;
  return (
    <WorkspaceLayout
      brand={{ name: studioName, to: galleriesPath, logoUrl }}
      nav={[
        { to: galleriesPath, label: words.galleries, icon: <Images aria-hidden="true" /> },
        ...(seesOrders
          ? [
              {
                to: ordersPath,
                label: words.orders,
                icon: <ReceiptText aria-hidden="true" />,
                also: [salesReportPath, reconciliationPath()],
              },
            ]
          : []),
        ...(pricesThings
          ? [{ to: priceListsPath, label: words.prices, icon: <Tags aria-hidden="true" /> }]
          : []),
        ...(seesPeople ? [{ to: peoplePath, label: words.people, icon: <Users aria-hidden="true" /> }] : []),
        ...(ownsSettings
          ? [{ to: brandPath, label: words.settings, icon: <Settings aria-hidden="true" /> }]
          : []),
      ]}
      navLabel={words.workspaceNav}
      menuLabel={words.menu}
      skipLabel={words.skip}
      banner={unverifiedEmail ? <VerifyBanner email={unverifiedEmail} /> : null}
      account={{
        name: memberName,
        label: words.account,
        menu: (
          <>
            <MenuLink to={accountPath}>{words.account}</MenuLink>
            <MenuLink to="/">{words.visit}</MenuLink>
            <Form method="post" action={signOutPath}>
              <MenuButton>{words.signOut}</MenuButton>
            </Form>
          </>
        ),
      }}
    >
      <Outlet />
    </WorkspaceLayout>
  );
}
