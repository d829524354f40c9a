import "server-only";
import { z } from "zod";
import type { Shown } from "@/lib/domain/seen";
import { formatAmount } from "@/lib/domain/values/money";
import { Code, Id, listParameters, sortParameter } from "@/lib/schemas/fields";
import { type Ctx, may } from "../../kernel/ctx";
import { type Prisma, read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { NotFound } from "../../kernel/errors";
import { filter, isUuid, type Page, type SortColumn, sortedKeyset } from "../../kernel/keyset";
import { shown } from "../../kernel/seen";

/** Describes a row of the list. Its amounts are exact decimals in the payment's currency. */
export type PaymentRow = {
  id: string;
  account: { code: string; name: string };
  /** Holds a day such as "2026-11-23". */
  receivedOn: string;
  reference: string;
  amount: string;
  /** Holds what no invoice took, which counts as credit. */
  unallocated: string;
  currency: string;
  recordedBy: string;
  /** Lists the invoices that the payment pays, and how much of each. */
  invoices: { number: string; amount: string }[];
  reversed: { by: string; reason: string } | null;
  /** Names the order for which the unallocated amount is kept, if any. */
  reservedFor: string | null;
  mayReverse: boolean;
  mayRelease: boolean;
  /** Names what a question about reversing the payment shows. */
  shown: Shown;
};

/** Names what a payment pays, which is outstanding again once the payment is reversed. */
export function shownPayment(
  currency: string,
  paid: { invoices: PaymentRow["invoices"]; unallocated: string },
): Shown {
  const invoices = paid.invoices.map(({ number, amount }) => ({ label: `Paid of ${number}`, amount }));
  return shown(currency, [...invoices, { label: "Not allocated", amount: paid.unallocated }]);
}

const ListPaymentsInput = z.object({
  /** Keeps only what this account paid. */
  accountId: Id.optional(),
  /** Does so by the account's code. */
  account: Code.optional().catch(undefined),
  cursor: listParameters.cursor,
  limit: listParameters.limit,
  sort: sortParameter(["received", "amount", "recorded"], "-recorded"),
});

type Row = Omit<
  PaymentRow,
  "account" | "amount" | "unallocated" | "invoices" | "reversed" | "mayReverse" | "mayRelease" | "shown"
> & {
  accountCode: string;
  accountName: string;
  invoices: { number: string; amount: string }[];
  amount: Prisma.Decimal;
  unallocated: Prisma.Decimal;
  reversedBy: string | null;
  reversalReason: string | null;
  createdAt: Date;
};

const sortable = {
  received: { key: sql`payments.received_on`, keyType: "date", of: ({ receivedOn }) => receivedOn },
  amount: { key: sql`payments.amount`, keyType: "numeric", of: ({ amount }) => amount.toFixed() },
  recorded: {
    key: sql`payments.created_at`,
    keyType: "timestamptz",
    of: ({ createdAt }) => createdAt.toISOString(),
  },
} satisfies Record<string, SortColumn<Row>>;

/** Lists what one or all accounts paid, newest first. See docs/domain.md, section 4. */
export const listPayments = query({
  name: "payment.list",
  caller: staff("invoice:read"),
  input: ListPaymentsInput,
  async run({ ctx }, { accountId, account, sort, cursor, limit }): Promise<Page<PaymentRow>> {
    const pages = sortedKeyset(sortable, sql`payments.id`, { sort, cursor, limit });
    const byId = filter(sql`payments.account_id = ${accountId}::uuid`, accountId);
    const ofAccount = sql`${byId} ${filter(sql`accounts.code = ${account}`, account)}`;
    const page = pages.page(await paymentRows(ctx, sql`${ofAccount} ${pages.where} ${pages.tail}`));
    return { ...page, rows: page.rows.map((row) => toRow(ctx, row)) };
  },
});

/** Returns a payment with the invoices that it pays. @throws NotFound */
export const getPayment = query({
  name: "payment.get",
  caller: staff("invoice:read"),
  input: z.string(),
  async run({ ctx }, id): Promise<PaymentRow> {
    const [row] = isUuid(id) ? await paymentRows(ctx, sql`AND payments.id = ${id}::uuid`) : [];
    if (!row) throw new NotFound("payment", id);
    return toRow(ctx, row);
  },
});

function paymentRows(ctx: Ctx, wanted: Prisma.Sql): Promise<Row[]> {
  return read(ctx).$queryRaw<Row[]>(sql`
    SELECT payments.id, payments.received_on::text AS "receivedOn", payments.reference, payments.amount, payments.unallocated,
      payments.currency, payments.recorded_by_name AS "recordedBy", payments.reversed_by_name AS "reversedBy",
      payments.reversal_reason AS "reversalReason", reserved_for.code AS "reservedFor", payments.created_at AS "createdAt",
      accounts.code AS "accountCode", accounts.name AS "accountName", coalesce((
        SELECT jsonb_agg(jsonb_build_object('number', invoices.number, 'amount', allocation.amount::text)
          ORDER BY invoices.created_at, invoices.number)
        FROM payment_allocations AS allocation
        JOIN invoices ON invoices.organization_id = allocation.organization_id AND invoices.id = allocation.invoice_id
        WHERE allocation.organization_id = payments.organization_id AND allocation.payment_id = payments.id
          AND allocation.released_at IS NULL
      ), '[]') AS invoices
    FROM payments
    JOIN accounts ON accounts.organization_id = payments.organization_id AND accounts.id = payments.account_id
    LEFT JOIN orders AS reserved_for
      ON reserved_for.organization_id = payments.organization_id AND reserved_for.id = payments.reserved_for_id
    WHERE payments.organization_id = ${ctx.organizationId}::uuid ${wanted}`);
}

function toRow(
  ctx: Ctx,
  { accountCode, accountName, reversedBy, reversalReason, createdAt: _, ...row }: Row,
): PaymentRow {
  const reversed = reversedBy === null ? null : { by: reversedBy, reason: reversalReason ?? "" };
  const unallocated = formatAmount(row.unallocated, row.currency);
  const invoices = row.invoices.map(({ number, amount }) => ({
    number,
    amount: formatAmount(amount, row.currency),
  }));
  return {
    ...row,
    account: { code: accountCode, name: accountName },
    amount: formatAmount(row.amount, row.currency),
    unallocated,
    invoices,
    shown: shownPayment(row.currency, { invoices, unallocated }),
    reversed,
    mayReverse: may(ctx, "payment:reverse") && reversed === null,
    mayRelease: may(ctx, "payment:record") && row.reservedFor !== null,
  };
}
