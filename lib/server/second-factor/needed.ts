import "server-only";
import { sql, type Tx } from "../kernel/db";

/** Tells whether any organization of a person requires a second factor of them. */
export async function factorNeeded(db: Pick<Tx, "$queryRaw">, personId: string): Promise<boolean> {
  const [answer] = await db.$queryRaw<{ needed: boolean }[]>(sql`
    SELECT factor_needed(${personId}::uuid) AS needed`);
  return answer?.needed ?? false;
}
