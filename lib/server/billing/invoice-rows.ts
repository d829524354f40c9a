import "server-only";
import { addDays } from "@/lib/domain/day";
import type { ExecutionPlan } from "@/lib/domain/order/execution";
import type { Ctx } from "../ctx";
import type { Tx } from "../db";

/** Days from issue to due date. */
const paymentTerm = 30;

/** The invoice of an execution and its lines. See docs/domain.md, section 3. */
export function invoiceRows(
  ctx: Ctx,
  order: { id: string; currency: string; billingTo: { id: string } },
  { lines, net, tax, total }: ExecutionPlan,
  { id, number, issueDate }: { id: string; number: string; issueDate: string },
) {
  const { organizationId } = ctx;
  return {
    invoices: [
      {
        organizationId,
        id,
        number,
        orderId: order.id,
        accountId: order.billingTo.id,
        currency: order.currency,
        issueDate: new Date(issueDate),
        dueDate: new Date(addDays(issueDate, paymentTerm)),
        netTotal: net.toFixed(),
        taxTotal: tax.toFixed(),
        total: total.toFixed(),
        outstanding: total.toFixed(),
        createdAt: ctx.now,
      },
    ],
    invoice_lines: lines.map(({ item, quantity, amounts }, index) => ({
      organizationId,
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
  };
}

/**
 * Takes a number of the organization's gapless series and its date: the organization's day, never before the last
 * invoice's. The counter's row is locked to the end of the transaction, so this comes last: docs/domain.md, section 3.
 */
export async function nextInvoice(
  tx: Tx,
  ctx: Ctx,
  today: string,
): Promise<{ number: string; issueDate: string }> {
  const [row] = await tx.$queryRaw<{ number: string; issueDate: string }[]>`
    UPDATE organizations SET next_invoice_number = next_invoice_number + 1,
      last_invoice_date = greatest(last_invoice_date, ${today}::date)
    WHERE id = ${ctx.organizationId}::uuid
    RETURNING 'INV-' || (next_invoice_number - 1) AS number, to_char(last_invoice_date, 'YYYY-MM-DD') AS "issueDate"`;
  if (!row) throw new Error("An organization has its counters");
  return row;
}
