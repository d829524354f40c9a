import "server-only";
import type { Gate } from "@/lib/domain/order/holds/gates";
import { holdsOf } from "@/lib/domain/storefront/hold";
import { config } from "../kernel/config";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { messageToAccount } from "../messages/queue";
import type { LoadedOrder } from "../orders/tree/load";

/**
 * Tells the customer that a submitted or approved order exceeds the credit, and answers whether it does. See docs/domain.md,
 * section 5, "Messages".
 */
export async function tellCreditMissing(
  tx: Tx,
  ctx: Ctx,
  order: LoadedOrder,
  heldBy: readonly Gate[],
): Promise<boolean> {
  const payable = config().paymentDriver !== null;
  const credit = holdsOf(heldBy, order.row.accountId, { mayPay: payable, byValues: false }, ctx.locale).find(
    ({ gate }) => gate === "credit",
  );
  if (!credit) return false;
  const told = { missing: credit.missing, payable: payable && heldBy.every(({ gate }) => gate === "credit") };
  await messageToAccount(tx, ctx, "submitted_without_credit", order, told);
  return true;
}
