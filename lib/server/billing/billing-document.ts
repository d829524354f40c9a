import "server-only";
import type { BillingDocument } from "@/lib/domain/billing-document/billing-document";
import { type Ctx, requirePermission } from "../kernel/ctx";
import { read } from "../kernel/db";
import { getOwnInvoice } from "../storefront/billing";
import { getOwnCreditNote } from "../storefront/credit-notes";
import type { CustomerCtx } from "../storefront/customer";
import type { Bill } from "./bill";
import { type CreditNoteDetail, getCreditNote } from "./credit-note-queries";
import { getInvoice, type InvoiceDetail } from "./queries";

/** Returns an invoice with all that its file shows. @throws NotFound */
export async function getInvoiceDocument(ctx: Ctx, number: string): Promise<BillingDocument> {
  requirePermission(ctx, "invoice:read");
  return invoiceDocument(ctx, await getInvoice(ctx, number));
}

/** Returns a credit note with all that its file shows. @throws NotFound */
export async function getCreditNoteDocument(ctx: Ctx, number: string): Promise<BillingDocument> {
  requirePermission(ctx, "invoice:read");
  return creditNoteDocument(ctx, await getCreditNote(ctx, number));
}

/** The same for the customer who is invoiced. @throws NotFound also for an invoice of another account */
export async function getOwnInvoiceDocument(customer: CustomerCtx, number: string): Promise<BillingDocument> {
  return invoiceDocument(customer.ctx, await getOwnInvoice(customer, number));
}

/** The same for the customer who is credited. @throws NotFound also for a credit note of another account */
export async function getOwnCreditNoteDocument(
  customer: CustomerCtx,
  number: string,
): Promise<BillingDocument> {
  return creditNoteDocument(customer.ctx, await getOwnCreditNote(customer, number));
}

async function invoiceDocument(ctx: Ctx, invoice: InvoiceDetail): Promise<BillingDocument> {
  const { kind, dueDate, outstanding, creditNote } = invoice;
  return { ...(await common(ctx, invoice)), kind, dueDate, outstanding, creditNote };
}

async function creditNoteDocument(ctx: Ctx, note: CreditNoteDetail): Promise<BillingDocument> {
  const { kind, invoice } = note;
  return { ...(await common(ctx, note)), kind, invoice };
}

/** What both say, with the logo that the seller had when it was issued. */
async function common(ctx: Ctx, { accentColor, logoId, ...bill }: Bill) {
  const logo = logoId
    ? await read(ctx).logo.findUnique({
        where: { organizationId_id: { organizationId: ctx.organizationId, id: logoId } },
        select: { data: true },
      })
    : null;
  const { number, issueDate, orderCode, language, currency, seller, buyer } = bill;
  const { lines, taxes, netTotal, taxTotal, total } = bill;
  return {
    ...{ number, issueDate, orderCode, language, currency, seller, buyer },
    ...{ lines, taxes, netTotal, taxTotal, total },
    look: { accentColor, logo: logo?.data ?? null },
  };
}
