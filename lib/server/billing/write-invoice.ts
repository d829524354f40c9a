import "server-only";
import { randomUUID } from "node:crypto";
import { addDays } from "@/lib/domain/day";
import type { ExecutionPlan } from "@/lib/domain/order/execution";
import type { Ctx } from "../ctx";
import type { Tx } from "../db";
import { insertRows } from "../insert-rows";

/** Days from issue to due date. */
const paymentTerm = 30;

/**
 * Writes the invoice of an execution, with a number of the organization's gapless series: the counter's row is
 * locked to the end of the transaction, so this comes last. See docs/domain.md, section 3.
 */
export async function writeInvoice(
  tx: Tx,
  ctx: Ctx,
  order: { id: string; currency: string; billingTo: { id: string } },
  plan: ExecutionPlan,
  issueDate: string,
): Promise<{ id: string; number: string }> {
  const id = randomUUID();
  const number = await nextInvoiceNumber(tx, ctx);
  await insertRows(tx, "invoices", [
    {
      organizationId: ctx.organizationId,
      id,
      number,
      orderId: order.id,
      accountId: order.billingTo.id,
      currency: order.currency,
      issueDate: new Date(issueDate),
      dueDate: new Date(addDays(issueDate, paymentTerm)),
      netTotal: plan.net.toFixed(),
      taxTotal: plan.tax.toFixed(),
      total: plan.total.toFixed(),
      outstanding: plan.total.toFixed(),
      createdAt: ctx.now,
    },
  ]);
  await insertRows(
    tx,
    "invoice_lines",
    plan.lines.map(({ item, quantity, amounts }, index) => ({
      organizationId: ctx.organizationId,
      invoiceId: id,
      orderItemId: item.id,
      productId: item.productId,
      position: index + 1,
      description: item.description,
      quantity,
      unitPrice: item.unitPrice.toFixed(),
      discountPercent: item.itemType === "trial" ? "100" : item.discountPercent.toFixed(),
      taxRate: item.taxRate.toFixed(),
      net: amounts.net.toFixed(),
      tax: amounts.tax.toFixed(),
      total: amounts.total.toFixed(),
    })),
  );
  return { id, number };
}

async function nextInvoiceNumber(tx: Tx, ctx: Ctx): Promise<string> {
  const [row] = await tx.$queryRaw<{ number: bigint }[]>`
    UPDATE organizations SET next_invoice_number = next_invoice_number + 1
    WHERE id = ${ctx.organizationId}::uuid RETURNING next_invoice_number - 1 AS number`;
  return `INV-${row?.number}`;
}
