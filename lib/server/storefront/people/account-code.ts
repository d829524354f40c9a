import "server-only";
import type { Tx } from "../../kernel/db";
import type { CustomerCtx } from "../customer";

/** Returns the code of the customer's own account, by which events name it. */
export async function accountCode(tx: Tx, { ctx, accountId }: CustomerCtx): Promise<string> {
  const { code } = await tx.account.findUniqueOrThrow({
    where: { organizationId_id: { organizationId: ctx.organizationId, id: accountId } },
    select: { code: true },
  });
  return code;
}
