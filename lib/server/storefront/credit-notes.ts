import "server-only";
import { formatAmount } from "@/lib/domain/money";
import { type CreditNoteDetail, creditNoteColumns, toCreditNote } from "../billing/credit-note-queries";
import { requirePermission } from "../kernel/ctx";
import { type Prisma, read, sql } from "../kernel/db";
import { NotFound } from "../kernel/errors";
import type { Page } from "../kernel/keyset";
import { newestFirst, ownOrderCode } from "./billing";
import type { CustomerCtx } from "./customer";
import { ownRows } from "./own-rows";

export type OwnCreditNoteRow = {
  id: string;
  number: string;
  /** The invoice that it takes back. */
  invoice: string;
  issueDate: string;
  total: string;
  currency: string;
};

type CreditNoteRow = Omit<OwnCreditNoteRow, "total"> & { total: Prisma.Decimal; createdAt: Date };

/** The credit notes of the account, newest first. See docs/domain.md, section 5. */
export async function listOwnCreditNotes(
  { ctx, accountId }: CustomerCtx,
  raw: unknown,
): Promise<Page<OwnCreditNoteRow>> {
  requirePermission(ctx, "storefront:use");
  const pages = newestFirst(raw, sql`notes.`);
  const rows = await read(ctx).$queryRaw<CreditNoteRow[]>(sql`
    SELECT notes.id, notes.number, invoices.number AS invoice, notes.issue_date::text AS "issueDate", notes.total,
      notes.currency, notes.created_at AS "createdAt"
    FROM credit_notes AS notes
    JOIN invoices ON invoices.organization_id = notes.organization_id AND invoices.id = notes.invoice_id
    WHERE notes.organization_id = ${ctx.organizationId}::uuid AND notes.account_id = ${accountId}::uuid
      ${pages.where} ${pages.tail}`);
  const page = pages.page(rows, (row) => ({ key: row.createdAt.toISOString(), id: row.id }));
  return {
    ...page,
    rows: page.rows.map(({ createdAt: _, ...row }) => ({
      ...row,
      total: formatAmount(row.total, row.currency),
    })),
  };
}

export type OwnCreditNote = CreditNoteDetail & {
  /** The code of its order, where that is one of the account's own. */
  ownOrder: string | null;
};

/** @throws NotFound also for a credit note of another account */
export async function getOwnCreditNote(customer: CustomerCtx, number: string): Promise<OwnCreditNote> {
  requirePermission(customer.ctx, "storefront:use");
  const note = await ownRows(customer).creditNote.findFirst({ where: { number }, select: creditNoteColumns });
  if (!note) throw new NotFound("credit note", number);
  return { ...toCreditNote(note), ownOrder: await ownOrderCode(customer, note.order.code) };
}
