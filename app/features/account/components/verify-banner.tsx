import { Form, useLocation } from "@remix-run/react";
import { Button } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { accountWords } from "../messages/words";
import { verificationPath } from "../paths";

/** A line above the workspace until the member's address is verified. */
export function VerifyBanner({ email }: { email: string }) {
  const words = useWords(accountWords).verify;
  const { pathname, search } = useLocation();
  return (
    <aside
      aria-label={words.bannerName}
      className="bg-warning-soft border-warning/25 border-b text-sm print:hidden"
    >
      <div className="page-width flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2">
        <p className="min-w-0 break-words">{words.banner(email)}</p>
        <Form method="post" action={verificationPath}>
          <input type="hidden" name="to" value={pathname + search} />
          <Button variant="quiet" size="sm" className="-mx-3 underline underline-offset-4">
            {words.again}
          </Button>
        </Form>
      </div>
    </aside>
  );
}
