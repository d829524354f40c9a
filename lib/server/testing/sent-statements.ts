import pg from "pg";

export type SentStatement = { text: string; values: unknown[] };

/** Returns the statements that the work sends to PostgreSQL, in their order. */
export async function statementsSentBy(work: () => Promise<unknown>): Promise<SentStatement[]> {
  const statements: SentStatement[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first, second] = given as [string | SentStatement, unknown[]?];
    statements.push(typeof first === "string" ? { text: first, values: second ?? [] } : first);
    return Reflect.apply(query, this, given);
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return statements;
}
