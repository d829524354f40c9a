import "server-only";
import { z } from "zod";
import { availableCredit } from "@/lib/domain/credit";
import { formatAmount, sum } from "@/lib/domain/values/money";
import { ListOwnInput } from "@/lib/schemas/storefront";
import { loadCredit } from "../../../billing/credit";
import { type InvoiceDetail, invoiceColumns, toInvoice } from "../../../billing/queries/invoices";
import { config } from "../../../kernel/config";
import { Prisma, read, sql } from "../../../kernel/db";
import { nothing, query } from "../../../kernel/definition/query";
import { NotFound } from "../../../kernel/errors";
import { keyset, type Page } from "../../../kernel/keyset";
import { type CustomerCtx, customers } from "../../customer";
import { ownRows } from "../../own-rows";

/** Holds an invoice of the account. Amounts are exact decimals in the currency; dates are days, "2026-11-23". */
export type OwnInvoiceRow = {
  id: string;
  number: string;
  /** Is the number that an opening balance has in the other system, and null for an invoice. */
  externalId: string | null;
  issueDate: string;
  dueDate: string;
  total: string;
  outstanding: string;
  currency: string;
  /** Tells whether the outstanding amount can be paid here. */
  mayPay: boolean;
};

type InvoiceRow = Omit<OwnInvoiceRow, "total" | "outstanding" | "mayPay"> & {
  total: Prisma.Decimal;
  outstanding: Prisma.Decimal;
  createdAt: Date;
};

/** Returns the invoices billed to the account, newest first. See docs/domain.md, section 5. */
export const listOwnInvoices = query({
  name: "own-invoice.list",
  caller: customers("storefront:read-bills"),
  input: ListOwnInput,
  async run({ ctx, who: { accountId } }, input): Promise<Page<OwnInvoiceRow>> {
    const pages = newestFirst(input);
    const rows = await read(ctx).$queryRaw<InvoiceRow[]>(sql`
      SELECT id, number, external_id AS "externalId", issue_date::text AS "issueDate", due_date::text AS "dueDate", total, outstanding, currency,
        created_at AS "createdAt"
      FROM invoices WHERE organization_id = ${ctx.organizationId}::uuid AND account_id = ${accountId}::uuid
        ${pages.where} ${pages.tail}`);
    const page = pages.page(rows, (row) => ({ key: row.createdAt.toISOString(), id: row.id }));
    return {
      ...page,
      rows: page.rows.map(({ createdAt: _, ...row }) => ({
        ...row,
        total: formatAmount(row.total, row.currency),
        outstanding: formatAmount(row.outstanding, row.currency),
        mayPay: config().paymentDriver !== null && row.outstanding.greaterThan(0),
      })),
    };
  },
});

export type OwnInvoice = InvoiceDetail & {
  /** Holds the code of its order if that is one of the account's own. */
  ownOrder: string | null;
  /** Tells whether the outstanding amount can be paid here. */
  mayPay: boolean;
};

/** Returns an invoice of the account. @throws NotFound also for an invoice of another account */
export const getOwnInvoice = query({
  name: "own-invoice.get",
  caller: customers("storefront:read-bills"),
  input: z.string(),
  async run({ who: customer }, number): Promise<OwnInvoice> {
    const invoice = await ownRows(customer).invoice.findFirst({ where: { number }, select: invoiceColumns });
    if (!invoice) throw new NotFound("invoice", number);
    const mayPay = config().paymentDriver !== null && invoice.outstanding.greaterThan(0);
    const ownOrder = invoice.order && (await ownOrderCode(customer, invoice.order.code));
    return { ...toInvoice(invoice), ownOrder, mayPay };
  },
});

/** Returns the code of a bill's order if that is the account's own. A sub-order has no page in the Storefront. */
export async function ownOrderCode(customer: CustomerCtx, code: string): Promise<string | null> {
  const order = await ownRows(customer).order.findFirst({
    where: { code, parentId: null },
    select: { code: true },
  });
  return order?.code ?? null;
}

export type OwnPaymentRow = {
  id: string;
  /** Holds a day. */
  receivedOn: string;
  reference: string;
  amount: string;
  currency: string;
  reversed: boolean;
  /** Names the account's own order that it is kept for. */
  reservedFor: string | null;
};

type PaymentRow = Omit<OwnPaymentRow, "amount"> & { amount: Prisma.Decimal; createdAt: Date };

/** Returns what the account paid, newest first. */
export const listOwnPayments = query({
  name: "own-payment.list",
  caller: customers("storefront:read-bills"),
  input: ListOwnInput,
  async run({ ctx, who: { accountId } }, input): Promise<Page<OwnPaymentRow>> {
    const pages = newestFirst(input);
    const rows = await read(ctx).$queryRaw<PaymentRow[]>(sql`
      SELECT id, received_on::text AS "receivedOn", reference, amount, currency, reversed_at IS NOT NULL AS reversed,
        created_at AS "createdAt", (SELECT code FROM orders WHERE organization_id = payments.organization_id
          AND id = payments.reserved_for_id AND orders.account_id = payments.account_id) AS "reservedFor"
      FROM payments WHERE organization_id = ${ctx.organizationId}::uuid AND account_id = ${accountId}::uuid
        ${pages.where} ${pages.tail}`);
    const page = pages.page(rows, (row) => ({ key: row.createdAt.toISOString(), id: row.id }));
    return {
      ...page,
      rows: page.rows.map(({ createdAt: _, ...row }) => ({
        ...row,
        amount: formatAmount(row.amount, row.currency),
      })),
    };
  },
});

export type OwnCredit = {
  currency: string;
  /** Holds what is unpaid of its invoices, less what was paid ahead. It is negative if more was paid ahead. */
  outstanding: string;
  /** Holds what can still be ordered; null is unlimited. */
  available: string | null;
  /** Holds what is kept for single orders; null if there is nothing. */
  reserved: string | null;
};

/** Returns the account's credit: docs/domain.md, section 4. */
export const getOwnCredit = query({
  name: "own-credit.get",
  caller: customers("storefront:read-bills"),
  input: nothing,
  async run({ ctx, who: { accountId } }): Promise<OwnCredit> {
    const [credit, { currency }] = await Promise.all([
      loadCredit(read(ctx), ctx, accountId),
      read(ctx).organization.findUniqueOrThrow({
        where: { id: ctx.organizationId },
        select: { currency: true },
      }),
    ]);
    const available = availableCredit(credit);
    const reserved = sum([...(credit.reserved?.values() ?? [])]);
    return {
      currency,
      reserved: reserved.isZero() ? null : formatAmount(reserved, currency),
      outstanding: formatAmount(credit.outstanding, currency),
      available: available && formatAmount(available, currency),
    };
  },
});

/** Selects a page of the account's rows, newest first. */
export function newestFirst({ cursor, limit }: z.output<typeof ListOwnInput>, table = Prisma.empty) {
  return keyset(
    { key: sql`${table}created_at`, keyType: "timestamptz", id: sql`${table}id`, descending: true },
    { cursor, limit },
  );
}
