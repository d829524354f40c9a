import "server-only";
import { isDraft } from "@/lib/domain/order-status/combination";
import type { Tx } from "../../kernel/db";
import { NotFound } from "../../kernel/errors";
import { type LoadedOrder, lockOrder } from "../../orders/tree/load";
import type { ResellerCtx } from "../customer";

/** Locks an order that a customer of this reseller has placed. @throws NotFound for anyone else's order */
export async function lockCustomersOrder(tx: Tx, reseller: ResellerCtx, code: string): Promise<LoadedOrder> {
  const order = await lockOrder(tx, reseller.ctx, code);
  if (!isCustomersOrder(reseller, order)) throw new NotFound("order", code);
  return order;
}

/** Tells whether a reseller sees it: resellers see their customers' orders, but not their baskets. */
export function isCustomersOrder({ accountId }: ResellerCtx, { row, part, isPrimary }: LoadedOrder): boolean {
  return row.account.reseller?.id === accountId && isPrimary && !isDraft(part.status);
}
