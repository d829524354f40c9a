import "server-only";
import { formatAmount } from "@/lib/domain/money";
import { ok, type Result, refuse } from "@/lib/domain/result";
import type { PaymentRefusal } from "@/lib/domain/storefront/payment";
import { PayInvoiceInput } from "@/lib/schemas/storefront";
import { lockCredit } from "../../billing/credit";
import { config } from "../../kernel/config";
import { requirePermission } from "../../kernel/ctx";
import { NotFound } from "../../kernel/errors";
import { transaction } from "../../kernel/transaction";
import type { CustomerCtx } from "../customer";
import { openPage, openRequest } from "./open";

/**
 * Opens a payment of what is outstanding of one of the account's invoices, and answers the provider's page for it. Asked
 * for twice it is the same payment, while the amount is the same. See docs/domain.md, section 5. @throws NotFound
 */
export async function payInvoice(
  customer: CustomerCtx,
  raw: unknown,
): Promise<Result<{ page: string }, PaymentRefusal>> {
  const { ctx, accountId } = customer;
  requirePermission(ctx, "storefront:use");
  const { number } = PayInvoiceInput.parse(raw);
  const { paymentDriver } = config();
  if (!paymentDriver) return refuse({ reason: "no_provider" });

  const request = await transaction(ctx, async (tx) => {
    await lockCredit(tx, ctx, accountId);
    const invoice = await tx.invoice.findFirst({
      where: { organizationId: ctx.organizationId, accountId, number },
      select: { id: true, outstanding: true, currency: true },
    });
    if (!invoice) throw new NotFound("invoice", number);
    const { id: invoiceId, outstanding, currency } = invoice;
    if (outstanding.isZero()) return refuse({ reason: "invoice_paid" as const });
    const amount = formatAmount(outstanding, currency);
    return ok(await openRequest(tx, customer, paymentDriver, { for: { invoiceId }, amount, currency }));
  });
  return request.ok ? openPage(ctx, paymentDriver, request.value, `Invoice ${number}`) : request;
}
