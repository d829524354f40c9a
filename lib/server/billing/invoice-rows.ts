import "server-only";
import type { Language } from "@/lib/domain/messages/message";
import type { ExecutionPlan } from "@/lib/domain/order/moves/execution";
import type { OrderItem } from "@/lib/domain/order/tree/order";
import { servicePeriod } from "@/lib/domain/service-period";
import { addDays } from "@/lib/domain/values/day";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import type { KeptBuyer, KeptSeller } from "./kept-parties";

/** Counts the days from the issue date to the due date. */
const paymentTerm = 30;

/** Returns the rows of an execution's invoice and its lines. See docs/domain.md, section 3. */
export function invoiceRows(
  ctx: Ctx,
  order: { id: string; currency: string; billingTo: { id: string } },
  { lines, net, tax, total }: ExecutionPlan,
  { id, issueDate, ...issued }: IssuedInvoice & { id: string },
  startDay: string,
) {
  const { organizationId } = ctx;
  return {
    invoices: [
      {
        organizationId,
        id,
        ...issued,
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
      billingPeriod: item.billingPeriod,
      ...serviceColumns(item, startDay),
      unitPrice: item.unitPrice.toFixed(),
      discountPercent: item.itemType === "trial" ? "100" : item.discountPercent.toFixed(),
      taxRate: item.taxRate.toFixed(),
      net: amounts.net.toFixed(),
      tax: amounts.tax.toFixed(),
      total: amounts.total.toFixed(),
    })),
  };
}

function serviceColumns(item: OrderItem, startDay: string) {
  const period = servicePeriod(item, startDay);
  return { serviceFrom: period && new Date(period.from), serviceTo: period && new Date(period.to) };
}

/** Holds what an invoice gets when it is issued and keeps from then on. See docs/domain.md, section 3, "Documents". */
export type IssuedInvoice = {
  number: string;
  issueDate: string;
  seller: KeptSeller;
  buyer: KeptBuyer;
  language: Language;
  logoId: string | null;
};

/**
 * Takes the next number of the organization's gapless series, with the organization's day or the last invoice's if that is
 * later, and the present seller and buyer. Call it last, because it locks the counter until the transaction ends. See
 * docs/domain.md, section 3.
 */
export async function nextInvoice(
  tx: Tx,
  ctx: Ctx,
  { today, billingToId }: { today: string; billingToId: string },
): Promise<IssuedInvoice> {
  const [row] = await tx.$queryRaw<IssuedInvoice[]>`
    UPDATE organizations SET next_invoice_number = next_invoice_number + 1,
      last_invoice_date = greatest(last_invoice_date, ${today}::date)
    FROM accounts
    WHERE organizations.id = ${ctx.organizationId}::uuid
      AND accounts.organization_id = organizations.id AND accounts.id = ${billingToId}::uuid
    RETURNING 'INV-' || (next_invoice_number - 1) AS number, to_char(last_invoice_date, 'YYYY-MM-DD') AS "issueDate",
      seller_of(organizations) AS seller, buyer_of(accounts) AS buyer, accounts.language, logo_id AS "logoId"`;
  if (!row) throw new Error("An organization has its counters, and an order somebody who is invoiced");
  return row;
}
