import "server-only";
import { z } from "zod";
import type { InvoiceDocument } from "@/lib/domain/billing-document/billing-document";
import { isoDay } from "@/lib/domain/values/day";
import { formatAmount } from "@/lib/domain/values/money";
import { ListInvoicesInput } from "@/lib/server/billing/input";
import { type Prisma, read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { NotFound } from "../../kernel/errors";
import { filter, type Page, type SortColumn, sortedKeyset } from "../../kernel/keyset";
import { foundByOrOrder, namesIn, searched } from "../../search/found-by";
import { type Bill, billColumns, lineColumns, toBill } from "../bill";

/**
 * Describes a row of the list. Its amounts are exact decimals in the invoice's currency, and its dates are days such as
 * "2026-11-23".
 */
export type InvoiceRow = {
  id: string;
  number: string;
  account: { code: string; name: string };
  /** Is null for an opening balance. */
  orderCode: string | null;
  /** Is the number that an opening balance has in the other system, and null for an invoice. */
  externalId: string | null;
  issueDate: string;
  dueDate: string;
  total: string;
  outstanding: string;
  currency: string;
};

type Row = {
  id: string;
  number: string;
  accountCode: string;
  accountName: string;
  orderCode: string | null;
  externalId: string | null;
  issueDate: string;
  dueDate: string;
  total: Prisma.Decimal;
  outstanding: Prisma.Decimal;
  currency: string;
  createdAt: Date;
};

const columns = sql`
  invoices.id, invoices.number, accounts.code AS "accountCode", accounts.name AS "accountName", orders.code AS "orderCode",
  invoices.external_id AS "externalId",
  invoices.issue_date::text AS "issueDate", invoices.due_date::text AS "dueDate", invoices.total, invoices.outstanding,
  invoices.currency, invoices.created_at AS "createdAt"`;

const joins = sql`
  JOIN accounts ON accounts.organization_id = invoices.organization_id AND accounts.id = invoices.account_id
  LEFT JOIN orders ON orders.organization_id = invoices.organization_id AND orders.id = invoices.order_id`;

const sortable = {
  number: {
    key: sql`invoices.created_at`,
    keyType: "timestamptz",
    of: ({ createdAt }) => createdAt.toISOString(),
  },
  issued: { key: sql`invoices.issue_date`, keyType: "date", of: ({ issueDate }) => issueDate },
  due: { key: sql`invoices.due_date`, keyType: "date", of: ({ dueDate }) => dueDate },
  outstanding: {
    key: sql`invoices.outstanding`,
    keyType: "numeric",
    of: ({ outstanding }) => outstanding.toFixed(),
  },
  total: { key: sql`invoices.total`, keyType: "numeric", of: ({ total }) => total.toFixed() },
} satisfies Record<string, SortColumn<Row>>;

/**
 * Lists invoices and opening balances, newest first. The search finds a number, also one of the other system, an order's code
 * or a part of the account's name.
 */
export const listInvoices = query({
  name: "invoice.list",
  caller: staff("invoice:read"),
  input: ListInvoicesInput,
  async run({ ctx }, { q, account, unpaid, sort, cursor, limit }): Promise<Page<InvoiceRow>> {
    const pages = sortedKeyset(sortable, sql`invoices.id`, { sort, cursor, limit });

    const names = await namesIn(ctx, q, "accounts");

    const rows = await read(ctx).$queryRaw<Row[]>(sql`
      SELECT ${columns} FROM invoices ${joins}
      WHERE invoices.organization_id = ${ctx.organizationId}::uuid
        ${foundByOrOrder(ctx, q, sql`invoices.order_id`, (pattern, word) => sql`${searched.invoices} LIKE ${pattern} OR ${names.account(sql`invoices.account_id`, word)}`)}
        ${filter(sql`accounts.code = ${account}`, account)}
        ${filter(sql`invoices.outstanding > 0`, unpaid)}
        ${pages.where} ${pages.tail}`);
    const page = pages.page(rows);
    return { ...page, rows: page.rows.map(toRow) };
  },
});

export type InvoiceDetail = Bill &
  InvoiceDocument & {
    /** Is null for an opening balance. */
    orderCode: string | null;
    /** Says what an opening balance is of: the number in the other system, and a note. Is null for an invoice. */
    openingBalance: { externalId: string; note: string } | null;
    /** Lists the payments that pay the invoice and their amounts, in the order in which they were allocated. */
    payments: { id: string; receivedOn: string; reference: string; amount: string }[];
  };

/** Returns an invoice with its lines. @throws NotFound */
export const getInvoice = query({
  name: "invoice.get",
  caller: staff("invoice:read"),
  input: z.string(),
  async run({ ctx }, number): Promise<InvoiceDetail> {
    const invoice = await read(ctx).invoice.findUnique({
      where: { organizationId_number: { organizationId: ctx.organizationId, number } },
      select: invoiceColumns,
    });
    if (!invoice) throw new NotFound("invoice", number);
    return toInvoice(invoice);
  },
});

export const invoiceColumns = {
  ...billColumns,
  order: { select: { code: true } },
  externalId: true,
  note: true,
  dueDate: true,
  outstanding: true,
  creditNote: { select: { number: true } },
  allocations: {
    where: { releasedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { amount: true, payment: { select: { id: true, receivedOn: true, reference: true } } },
  },
  lines: { orderBy: { position: "asc" }, select: lineColumns },
} satisfies Prisma.InvoiceSelect;

export function toInvoice(
  invoice: Prisma.InvoiceGetPayload<{ select: typeof invoiceColumns }>,
): InvoiceDetail {
  return {
    ...toBill(invoice, invoice.lines),
    kind: "invoice",
    orderCode: invoice.order?.code ?? null,
    openingBalance:
      invoice.externalId === null ? null : { externalId: invoice.externalId, note: invoice.note },
    dueDate: isoDay(invoice.dueDate),
    outstanding: formatAmount(invoice.outstanding, invoice.currency),
    creditNote: invoice.creditNote?.number ?? null,
    payments: invoice.allocations.map(({ amount, payment }) => ({
      id: payment.id,
      receivedOn: isoDay(payment.receivedOn),
      reference: payment.reference,
      amount: formatAmount(amount, invoice.currency),
    })),
  };
}

function toRow(row: Row): InvoiceRow {
  const { id, number, orderCode, externalId, issueDate, dueDate, currency } = row;
  return {
    id,
    number,
    account: { code: row.accountCode, name: row.accountName },
    orderCode,
    externalId,
    issueDate,
    dueDate,
    total: formatAmount(row.total, currency),
    outstanding: formatAmount(row.outstanding, currency),
    currency,
  };
}
