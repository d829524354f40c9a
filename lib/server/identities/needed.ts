import "server-only";
import { sql, type Tx } from "../kernel/db";

/** Tells whether any organization of a person takes single sign-on alone. */
export async function singleSignOnNeeded(db: Pick<Tx, "$queryRaw">, personId: string): Promise<boolean> {
  const [answer] = await db.$queryRaw<{ needed: boolean }[]>(sql`
    SELECT single_sign_on_needed(${personId}::uuid) AS needed`);
  return answer?.needed ?? false;
}
