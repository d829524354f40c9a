import "server-only";
import type { Tx } from "../../kernel/db";
import { NotFound } from "../../kernel/errors";
import { type LoadedOrder, lockOrder } from "../../orders/tree/load";
import type { CustomerCtx } from "../customer";

/** Locks one of the account's primary orders. @throws NotFound also for another account's */
export async function lockOwnOrder(
  tx: Tx,
  { ctx, accountId }: CustomerCtx,
  code: string,
): Promise<LoadedOrder> {
  const order = await lockOrder(tx, ctx, code);
  if (order.row.accountId !== accountId || !order.isPrimary) throw new NotFound("order", code);
  return order;
}
