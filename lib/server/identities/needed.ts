import "server-only";
import type { Ctx } from "../kernel/ctx";
import { sql, type Tx } from "../kernel/db";

/** Tells whether the organization takes neither passwords nor passkeys. */
export async function takesSingleSignOnOnly(tx: Tx, { organizationId }: Ctx): Promise<boolean> {
  const { singleSignOnOnly } = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { singleSignOnOnly: true },
  });
  return singleSignOnOnly;
}

/** Tells whether any organization of a person takes single sign-on alone. */
export async function singleSignOnNeeded(db: Pick<Tx, "$queryRaw">, personId: string): Promise<boolean> {
  const [answer] = await db.$queryRaw<{ needed: boolean }[]>(sql`
    SELECT single_sign_on_needed(${personId}::uuid) AS needed`);
  return answer?.needed ?? false;
}
