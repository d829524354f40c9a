import "server-only";
import type { Tx } from "../kernel/db";
import type { CustomerCtx } from "./customer";

/** Tells whether a Standard reseller decides when the account's orders are executed. */
export async function buysThroughReseller(
  tx: Pick<Tx, "account">,
  { ctx: { organizationId }, accountId }: CustomerCtx,
): Promise<boolean> {
  const { resellerId } = await tx.account.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id: accountId } },
    select: { resellerId: true },
  });
  return resellerId !== null;
}
