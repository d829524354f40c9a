import "server-only";
import type { Tx } from "../kernel/db";
import type { CustomerCtx } from "./customer";

/**
 * Returns the products of these that the account has, has had on trial, or has a waiting trial order for. They are not
 * offered for another trial.
 */
export async function triedProducts(
  db: Pick<Tx, "subscription" | "orderItem">,
  { ctx: { organizationId }, accountId }: CustomerCtx,
  productIds: readonly string[],
): Promise<string[]> {
  const productId = { in: [...productIds] };
  const had = await db.subscription.groupBy({
    by: ["productId"],
    where: { organizationId, accountId, productId },
  });
  const placed = {
    accountId,
    statusType: { in: ["in_progress" as const, "scheduled" as const, "executing" as const] },
    NOT: { statusType: "in_progress" as const, statusStorefrontType: "draft" as const },
  };
  const waiting = await db.orderItem.findMany({
    where: { organizationId, productId, itemType: "trial", order: placed },
    select: { productId: true },
  });
  return [...had, ...waiting].map((row) => row.productId);
}
