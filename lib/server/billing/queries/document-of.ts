import "server-only";
import type { BillingDocument } from "@/lib/domain/billing-document/billing-document";
import type { Ctx } from "../../kernel/ctx";
import { read } from "../../kernel/db";
import { NotFound } from "../../kernel/errors";
import type { Bill } from "../bill";
import type { CreditNoteDetail } from "./credit-notes";
import type { InvoiceDetail } from "./invoices";

/** Returns everything that an invoice's file shows. @throws NotFound for an opening balance, whose file the other system has */
export async function invoiceDocument(
  ctx: Ctx,
  { orderCode, ...invoice }: InvoiceDetail,
): Promise<BillingDocument> {
  if (orderCode === null) throw new NotFound("invoice document", invoice.number);
  const { kind, dueDate, outstanding, creditNote } = invoice;
  return { ...(await common(ctx, { ...invoice, orderCode })), kind, dueDate, outstanding, creditNote };
}

/** Returns everything that a credit note's file shows. */
export async function creditNoteDocument(ctx: Ctx, note: CreditNoteDetail): Promise<BillingDocument> {
  const { kind, invoice } = note;
  return { ...(await common(ctx, note)), kind, invoice };
}

/** Returns what both documents show, with the logo that the seller had when the document was issued. */
async function common(ctx: Ctx, { accentColor, logoId, ...bill }: Bill & { orderCode: string }) {
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
