import type { PaymentProvider } from "../adapters/payments/payment-provider";
import { databaseOver } from "../db/remote-database";
import { runStatements } from "../db/statements";
import { studioBinding } from "../tenancy/env";
import type { Studio } from "../tenancy/studio";
import { createTestStudio, env, type TestStudio } from "./create-test-studio";

/** More than any of these commands has points at which something was written, here or at the provider. */
const MOST_POINTS = 20;

class Killed extends Error {}

/** A studio in a process that dies before its `point`-th change, and is dead from then on. */
function dyingStudio(studio: Studio, dbRef: string, point: number) {
  const d1 = studioBinding(env, dbRef);
  if (!d1) throw new Error("there is no database");
  let changes = 0;
  let isDead = false;
  const step = (isChange: boolean) => {
    if (isChange && changes++ === point) isDead = true;
    if (isDead) throw new Killed();
  };
  const db = databaseOver((statements) => {
    step(statements.some(({ sql }) => !/^\s*select\b/i.test(sql)));
    return runStatements(d1, statements);
  });
  const dying =
    <Args extends unknown[], Answer>(call: (...args: Args) => Promise<Answer>, isChange: boolean) =>
    async (...args: Args) => {
      step(isChange);
      const answer = await call(...args);
      if (isDead) throw new Killed();
      return answer;
    };
  const { payments } = studio;
  const provider: PaymentProvider = {
    ...payments,
    createCheckout: dying(payments.createCheckout, true),
    expireCheckout: dying(payments.expireCheckout, true),
    refund: dying(payments.refund, true),
    capture: dying(payments.capture, true),
    retrieveCheckout: dying(payments.retrieveCheckout, false),
  };
  return { studio: { ...studio, db, payments: provider }, isDead: () => isDead };
}

/**
 * Does something in a process that dies at its first point, then at its second, until it survives: each time in a
 * fresh studio.
 *
 * @returns at how many points it could die
 */
export async function killAtEveryPoint(
  once: (
    kill: (act: (studio: Studio) => Promise<unknown>) => Promise<boolean>,
    made: TestStudio,
  ) => Promise<void>,
): Promise<number> {
  for (let point = 0; point < MOST_POINTS; point += 1) {
    const made = await createTestStudio();
    let died = false;
    await once(async (act) => {
      const { studio, isDead } = dyingStudio(made.studio, made.dbRef, point);
      await act(studio).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
      died = isDead();
      return died;
    }, made);
    if (!died) return point;
  }
  throw new Error("it has more points than expected");
}
