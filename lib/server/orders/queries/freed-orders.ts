import "server-only";
import { z } from "zod";
import { freedBy } from "@/lib/domain/order/holds/freed";
import type { Gate } from "@/lib/domain/order/holds/gates";
import { executionFacts } from "@/lib/domain/order/moves/shown";
import type { Shown } from "@/lib/domain/seen";
import { amount, formatAmount } from "@/lib/domain/values/money";
import { Id } from "@/lib/schemas/fields";
import { loadCredit } from "../../billing/credit";
import { read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { shown } from "../../kernel/seen";
import { waitingParts } from "../holds/waiting-parts";
import { type ExecutionPreview, previewOf } from "../tree/execution-preview";
import { loadTrees, partiesOf, type StoredTree } from "../tree/trees";
import { unexecuted } from "../tree/unexecuted";

const FreedOrdersInput = z.object({ paymentId: Id });

export type FreedOrder = {
  id: string;
  code: string;
  /** Holds the version that the user saw when deciding. */
  version: number;
  name: string;
  /** Holds the time in RFC 3339, UTC. */
  orderDate: string;
  /** Holds what executing it now would invoice, including tax. */
  total: string;
  currency: string;
  /** Lists the gates that a person passes by executing it, for example that it is not executed automatically. */
  heldBy: readonly Gate[];
  execution: ExecutionPreview;
  shown: { execute: Shown };
};

/** Limits how many open orders of an account are read. Older orders come first anyway. */
const atMost = 500;

/**
 * Returns the open orders, or sub-orders where the whole does not fit, that a payment freed, the oldest first; all of them
 * can be executed together. They follow from the payment and the current state each time. See docs/domain.md, section 4.
 */
export const freedOrders = query({
  name: "payment.freed-orders",
  caller: staff("order:read"),
  input: z.unknown(),
  async run({ ctx }, raw): Promise<FreedOrder[]> {
    const input = FreedOrdersInput.safeParse(raw);
    if (!input.success) return [];
    const { organizationId } = ctx;
    const payment = await read(ctx).payment.findUnique({
      where: { organizationId_id: { organizationId, id: input.data.paymentId }, reversedAt: null },
      select: { amount: true, accountId: true, reservedForId: true, unallocated: true },
    });
    if (!payment) return [];

    const { accountId } = payment;
    const [credit, stored] = await Promise.all([
      loadCredit(read(ctx), ctx, accountId),
      loadTrees(
        read(ctx),
        ctx,
        sql`SELECT number FROM (
          SELECT number FROM orders
          WHERE organization_id = ${organizationId}::uuid AND billing_to_id = ${accountId}::uuid AND ${unexecuted}
          ORDER BY order_date, id LIMIT ${atMost}) AS oldest`,
      ),
    ]);
    const orders = stored.flatMap(freeable);
    orders.sort((a, b) => a.header.orderDate.getTime() - b.header.orderDate.getTime());
    const kept = payment.reservedForId && {
      primaryId: payment.reservedForId,
      amount: amount(payment.unallocated),
    };
    const paid = { amount: amount(payment.amount), reserved: kept || null };
    return freedBy(paid, credit, orders).map(({ header, tree, part, total, gates }) => ({
      id: header.id,
      code: header.code,
      version: header.version,
      name: header.name,
      orderDate: header.orderDate.toISOString(),
      total: formatAmount(total, header.currency),
      currency: header.currency,
      heldBy: gates(credit),
      execution: previewOf(tree, part),
      shown: { execute: shown(header.currency, executionFacts(tree, part, partiesOf(header, credit))) },
    }));
  },
});

function freeable(stored: StoredTree) {
  const { tree } = stored;
  const [primary, ...subOrders] = waitingParts(stored).map((part) => ({ ...part, tree }));
  return primary ? [{ ...primary, subOrders }] : [];
}
