import "server-only";
import { sql, type Tx } from "../kernel/db";

/** Says which second factors a person has. */
export type Factors = { app: boolean; passkeys: number };

/** Counts the second factors of a person. */
export async function factorsOf(db: Pick<Tx, "$queryRaw">, personId: string): Promise<Factors> {
  const [factors] = await db.$queryRaw<Factors[]>(sql`
    SELECT
      EXISTS (SELECT FROM authenticator_apps WHERE person_id = ${personId}::uuid AND confirmed_at IS NOT NULL) AS app,
      (SELECT count(*)::int FROM passkeys WHERE person_id = ${personId}::uuid) AS passkeys`);
  return factors ?? { app: false, passkeys: 0 };
}

export function hasFactor({ app, passkeys }: Factors): boolean {
  return app || passkeys > 0;
}
