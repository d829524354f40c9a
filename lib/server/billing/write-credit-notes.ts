import "server-only";
import { amount, sum } from "@/lib/domain/values/money";
import type { Ctx } from "../kernel/ctx";
import { type Prisma, sql, type Tx } from "../kernel/db";

export type WrittenCreditNote = { number: string; invoice: string; total: string };

/**
 * Gives the payments of these invoices back to their account as credit, and returns how much that is. Triggers add the amounts
 * to payments and invoices.
 */
export async function releaseAllocations(tx: Tx, ctx: Ctx, invoiceIds: readonly string[]): Promise<string> {
  const released = await tx.$queryRaw<{ amount: Prisma.Decimal }[]>(sql`
    UPDATE payment_allocations SET released_at = ${ctx.now}
    WHERE organization_id = ${ctx.organizationId}::uuid AND invoice_id = ANY(${invoiceIds}::uuid[]) AND released_at IS NULL
    RETURNING amount`);
  return sum(released.map((allocation) => amount(allocation.amount))).toFixed();
}

/**
 * Credits each invoice in full, line by line, with a number of its own gapless series, the present seller and buyer, and the
 * organization's day, never before its invoice or the last credit note. Call it last, because it locks the counter until the
 * transaction ends. See docs/domain.md, section 3.
 */
export async function writeCreditNotes(
  tx: Tx,
  ctx: Ctx,
  invoiceIds: readonly string[],
  today: string,
): Promise<WrittenCreditNote[]> {
  const { first, issueDate } = await takeNumbers(tx, ctx, invoiceIds.length, today);
  const written = await tx.$queryRaw<(WrittenCreditNote & { total: Prisma.Decimal })[]>(sql`
    WITH notes AS (
      INSERT INTO credit_notes (organization_id, number, invoice_id, order_id, account_id, currency, issue_date,
        net_total, tax_total, total, seller, buyer, language, logo_id, created_at)
      SELECT invoices.organization_id, 'CN-' || (${first}::bigint + row_number() OVER (ORDER BY length(number), number) - 1),
        invoices.id, order_id, account_id, invoices.currency, ${issueDate}::date, net_total, tax_total, total,
        seller_of(organizations), buyer_of(accounts), accounts.language, organizations.logo_id, ${ctx.now}
      FROM invoices
      JOIN organizations ON organizations.id = invoices.organization_id
      JOIN accounts ON accounts.organization_id = invoices.organization_id AND accounts.id = invoices.account_id
      WHERE invoices.organization_id = ${ctx.organizationId}::uuid AND invoices.id = ANY(${invoiceIds}::uuid[])
      RETURNING organization_id, id, number, invoice_id, total
    ), credited AS (
      INSERT INTO credit_note_lines (organization_id, credit_note_id, position, invoice_line_id, net, tax, total)
      SELECT notes.organization_id, notes.id, lines.position, lines.id, lines.net, lines.tax, lines.total
      FROM notes JOIN invoice_lines AS lines
        ON lines.organization_id = notes.organization_id AND lines.invoice_id = notes.invoice_id
    )
    SELECT notes.number, invoices.number AS invoice, notes.total
    FROM notes JOIN invoices ON invoices.organization_id = notes.organization_id AND invoices.id = notes.invoice_id
    ORDER BY length(notes.number), notes.number`);
  return written.map((note) => ({ ...note, total: note.total.toFixed() }));
}

async function takeNumbers(tx: Tx, ctx: Ctx, count: number, today: string) {
  // No invoice is dated after the last one of its series, so a credit note never needs a later day than that.
  const [row] = await tx.$queryRaw<{ first: bigint; issueDate: string }[]>`
    UPDATE organizations SET next_credit_note_number = next_credit_note_number + ${count},
      last_credit_note_date = greatest(last_credit_note_date, last_invoice_date, ${today}::date)
    WHERE id = ${ctx.organizationId}::uuid
    RETURNING next_credit_note_number - ${count} AS first,
      to_char(last_credit_note_date, 'YYYY-MM-DD') AS "issueDate"`;
  if (!row) throw new Error("An organization has its counters");
  return row;
}
