import "server-only";
import { z } from "zod";
import type { CreditNoteDocument } from "@/lib/domain/billing-document/billing-document";
import { isoDay } from "@/lib/domain/values/day";
import { formatAmount } from "@/lib/domain/values/money";
import { sortParameter } from "@/lib/schemas/fields";
import { ListInvoicesInput } from "@/lib/server/billing/input";
import { type Prisma, read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { NotFound } from "../../kernel/errors";
import { filter, type Page, type SortColumn, sortedKeyset } from "../../kernel/keyset";
import { type Bill, billColumns, lineColumns, toBill } from "../bill";

const ListCreditNotesInput = ListInvoicesInput.pick({
  account: true,
  cursor: true,
  limit: true,
}).extend({
  sort: sortParameter(["number"], "-number"),
});

export type CreditNoteRow = {
  id: string;
  number: string;
  /** Names the invoice that the credit note takes back. */
  invoice: string;
  account: { code: string; name: string };
  orderCode: string;
  issueDate: string;
  total: string;
  currency: string;
};

type Row = Omit<CreditNoteRow, "account" | "total"> & {
  accountCode: string;
  accountName: string;
  total: Prisma.Decimal;
};

const sortable = {
  // This sorts by the number after "CN-", because the credit notes of one reversal have the same time.
  number: {
    key: sql`substr(notes.number, 4)::bigint`,
    keyType: "bigint",
    of: ({ number }) => number.slice(3),
  },
} satisfies Record<string, SortColumn<Row>>;

/** Lists credit notes, newest first. See docs/domain.md, section 3. */
export const listCreditNotes = query({
  name: "credit-note.list",
  caller: staff("invoice:read"),
  input: ListCreditNotesInput,
  async run({ ctx }, { account, sort, cursor, limit }): Promise<Page<CreditNoteRow>> {
    const pages = sortedKeyset(sortable, sql`notes.id`, { sort, cursor, limit });

    const rows = await read(ctx).$queryRaw<Row[]>(sql`
      SELECT notes.id, notes.number, invoices.number AS invoice, accounts.code AS "accountCode", accounts.name AS "accountName",
        orders.code AS "orderCode", notes.issue_date::text AS "issueDate", notes.total, notes.currency
      FROM credit_notes AS notes
      JOIN invoices ON invoices.organization_id = notes.organization_id AND invoices.id = notes.invoice_id
      JOIN accounts ON accounts.organization_id = notes.organization_id AND accounts.id = notes.account_id
      JOIN orders ON orders.organization_id = notes.organization_id AND orders.id = notes.order_id
      WHERE notes.organization_id = ${ctx.organizationId}::uuid
        ${filter(sql`accounts.code = ${account}`, account)}
        ${pages.where} ${pages.tail}`);
    const page = pages.page(rows);
    return { ...page, rows: page.rows.map(toRow) };
  },
});

export type CreditNoteDetail = Bill & CreditNoteDocument & { orderCode: string };

/** Returns a credit note with its lines as its invoice charged them. @throws NotFound */
export const getCreditNote = query({
  name: "credit-note.get",
  caller: staff("invoice:read"),
  input: z.string(),
  async run({ ctx }, number): Promise<CreditNoteDetail> {
    const note = await read(ctx).creditNote.findUnique({
      where: { organizationId_number: { organizationId: ctx.organizationId, number } },
      select: creditNoteColumns,
    });
    if (!note) throw new NotFound("credit note", number);
    return toCreditNote(note);
  },
});

export const creditNoteColumns = {
  ...billColumns,
  order: { select: { code: true } },
  invoice: { select: { number: true, issueDate: true } },
  lines: {
    orderBy: { position: "asc" },
    select: { net: true, tax: true, total: true, invoiceLine: { select: lineColumns } },
  },
} satisfies Prisma.CreditNoteSelect;

export function toCreditNote(
  note: Prisma.CreditNoteGetPayload<{ select: typeof creditNoteColumns }>,
): CreditNoteDetail {
  const lines = note.lines.map(({ invoiceLine, ...amounts }) => ({ ...invoiceLine, ...amounts }));
  const { invoice } = note;
  return {
    ...toBill(note, lines),
    kind: "credit_note",
    orderCode: note.order.code,
    invoice: { number: invoice.number, issueDate: isoDay(invoice.issueDate) },
  };
}

function toRow({ accountCode, accountName, ...row }: Row): CreditNoteRow {
  return {
    ...row,
    account: { code: accountCode, name: accountName },
    total: formatAmount(row.total, row.currency),
  };
}
