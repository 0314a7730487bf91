import { runStatements, type Statement, type StatementResult } from "../db/statements";
import { type Env, studioBinding } from "./env";

/**
 * The tenancy port: the only way to a studio's database. Everything that crosses it is plain data, and one
 * `query` is one hop and one transaction, so that a database may as well be held by another Worker.
 */
export interface StudioConnection {
  query(statements: Statement[]): Promise<StatementResult[]>;
}

/** Where a studio's database is, as the directory says. */
export interface StudioPlace {
  placement: string;
  dbRef: string;
}

/** Connects to a studio's database; undefined when no binding here has it. Never another database. */
export function connect(env: Env, place: StudioPlace): StudioConnection | undefined {
  const d1 = place.placement === "local" ? studioBinding(env, place.dbRef) : undefined;
  return d1 && { query: (statements) => runStatements(d1, statements) };
}
