import "server-only";
import { z } from "zod";
import { isoDay } from "@/lib/domain/values/day";
import { formatAmount } from "@/lib/domain/values/money";
import { OrderCode } from "@/lib/schemas/orders";
import type { Ctx } from "../../kernel/ctx";
import { read } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { toldFailure } from "../../provisioning/told";

/** Holds an invoice that an execution of the order created: docs/domain.md, section 3. */

export type OrderInvoice = {
  id: string;
  number: string;
  /** Names the order whose execution created the invoice. */
  orderCode: string;
  billedTo: string;
  issueDate: string;
  dueDate: string;
  total: string;
  outstanding: string;
  /** Names the credit note that reversed it, if there is one. */
  creditNote: string | null;
  currency: string;
};

export type OrderSubscription = {
  id: string;
  description: string;
  type: "subscription" | "asset";
  trial: boolean;
  /** Counts the units now, including those of later orders. */
  quantity: number;
  startDate: string;
  /** Holds its last day once it is cancelled. */
  endDate: string | null;
  provisioningState: "pending" | "in_progress" | "provisioned" | "failed";
  provisioningError: string | null;
  /** Tells whether the order added units to a subscription that another order created. */
  changed: boolean;
};

/** Filters by items of the order itself and of its sub-orders. */
function itemsOf(ctx: Ctx, rawCode: unknown) {
  const code = OrderCode.parse(rawCode);
  const { organizationId } = ctx;
  return {
    organizationId,
    order: { organizationId, OR: [{ code }, { parent: { organizationId, code } }] },
  };
}

/** Returns the invoices that charge any item of the order or its sub-orders, newest first. */
export const orderInvoices = query({
  name: "order.invoices",
  caller: staff("invoice:read"),
  input: z.unknown(),
  async run({ ctx }, code): Promise<OrderInvoice[]> {
    const rows = await read(ctx).invoice.findMany({
      where: { lines: { some: { orderItem: itemsOf(ctx, code) } } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      select: {
        id: true,
        number: true,
        issueDate: true,
        dueDate: true,
        total: true,
        outstanding: true,
        currency: true,
        creditNote: { select: { number: true } },
        order: { select: { code: true } },
        account: { select: { name: true } },
      },
    });
    // An invoice with lines has an order, which the schema cannot say.
    return rows.map(({ order, account, creditNote, ...row }) => ({
      ...row,
      creditNote: creditNote?.number ?? null,
      orderCode: order?.code ?? "",
      billedTo: account.name,
      issueDate: isoDay(row.issueDate),
      dueDate: isoDay(row.dueDate),
      total: formatAmount(row.total, row.currency),
      outstanding: formatAmount(row.outstanding, row.currency),
    }));
  },
});

/** Returns the subscriptions and assets that items of the order or its sub-orders created or changed. */
export const orderSubscriptions = query({
  name: "order.subscriptions",
  caller: staff("subscription:read"),
  input: z.unknown(),
  async run({ ctx }, code): Promise<OrderSubscription[]> {
    const items = itemsOf(ctx, code);
    const rows = await read(ctx).subscription.findMany({
      where: { OR: [{ orderItem: items }, { provisioningTasks: { some: { orderItem: items } } }] },
      orderBy: [{ createdAt: "asc" }, { description: "asc" }, { id: "asc" }],
      select: {
        id: true,
        description: true,
        type: true,
        trial: true,
        quantity: true,
        startDate: true,
        endDate: true,
        provisioningState: true,
        provisioningError: true,
        orderItem: { select: { order: { select: { code: true, parent: { select: { code: true } } } } } },
      },
    });
    return rows.map(({ orderItem, provisioningError, ...row }) => ({
      ...row,
      provisioningError: toldFailure(provisioningError),
      startDate: isoDay(row.startDate),
      endDate: row.endDate && isoDay(row.endDate),
      changed: orderItem.order.code !== code && orderItem.order.parent?.code !== code,
    }));
  },
});
