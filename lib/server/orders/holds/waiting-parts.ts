import "server-only";
import type { Credit } from "@/lib/domain/credit";
import type { Gate } from "@/lib/domain/order/holds/gates";
import type { Waiting } from "@/lib/domain/order/holds/in-turn";
import { remembered } from "@/lib/domain/order/holds/outside";
import { endsOrder, executionLines, gatesOf } from "@/lib/domain/order/moves/execution";
import type { OrderPart } from "@/lib/domain/order/tree/order";
import { isDraft, isFinal } from "@/lib/domain/order-status/combination";
import { sum } from "@/lib/domain/values/money";
import { type OrderHeader, partiesOf, type StoredTree } from "../tree/trees";

/** Holds a primary or sub-order that could be executed, with what holds it at the payer's current credit. */
export type WaitingPart = Waiting & { part: OrderPart; header: OrderHeader };

/**
 * Returns the waiting parts of a tree, the primary first; executed, cancelled and draft orders are left out. See
 * docs/domain.md, section 2.
 */
export function waitingParts({ tree, headers }: StoredTree): WaitingPart[] {
  return [tree.primary, ...tree.subOrders].flatMap((part) => {
    const header = headers.get(part.id);
    if (!header || isFinal(part.status.type) || isDraft(part.status)) return [];
    const gates = (credit: Credit): Gate[] =>
      gatesOf(tree, part, partiesOf(header, credit), remembered(header.lastRefusal));
    const total = sum(executionLines(tree, part).map(({ amounts }) => amounts.total));
    const charge = { primaryId: tree.primary.id, total, ends: endsOrder(tree, part) };
    return [{ part, header, billingToId: header.billingTo.id, ...charge, gates }];
  });
}
