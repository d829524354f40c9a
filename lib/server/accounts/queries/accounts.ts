import "server-only";
import { z } from "zod";
import type { AccountType } from "@/lib/domain/account";
import { availableCredit } from "@/lib/domain/credit";
import type { Language } from "@/lib/domain/messages/message";
import type { Address } from "@/lib/domain/values/address";
import { amount, formatAmount } from "@/lib/domain/values/money";
import { listParameters, sortParameter } from "@/lib/schemas/fields";
import { paidAheadByAccount, reservedByAccount, unpaidByAccount } from "../../billing/credit";
import { type Prisma, read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { NotFound } from "../../kernel/errors";
import { filter, isUuid, type Page, type SortColumn, sortedKeyset } from "../../kernel/keyset";
import { foundBy, searched } from "../../search/found-by";

const ListAccountsInput = z.object({
  ...listParameters,
  sort: sortParameter(["name", "code"], "name"),
  active: z.enum(["true", "false"]).optional().catch(undefined),
});

/** Describes a row of the list. Its amounts are exact decimals in the organization's currency. */
export type AccountRow = {
  id: string;
  code: string;
  name: string;
  email: string | null;
  country: string | null;
  active: boolean;
  currency: string;
  /** Is null if the credit is unlimited. */
  creditLimit: string | null;
  /** Sums what is unpaid of the account's invoices. */
  unpaid: string;
  /** Sums what no invoice took of the account's payments and no order has reserved. */
  paidAhead: string;
  /** Sums the payments that are kept for single orders. Other orders cannot use them. */
  reserved: string;
  /** Is `unpaid` less `paidAhead`, and negative if the account has paid more than it owes. */
  outstanding: string;
  available: string | null;
};

type Amounts = "creditLimit" | "unpaid" | "paidAhead" | "reserved";
type Row = Omit<AccountRow, Amounts | "outstanding" | "available"> & {
  creditLimit: Prisma.Decimal | null;
  unpaid: Prisma.Decimal;
  paidAhead: Prisma.Decimal;
  reserved: Prisma.Decimal;
};

const columns = sql`
  accounts.id, accounts.code, accounts.name, accounts.email, accounts.country, accounts.active,
  organizations.currency, accounts.credit_limit AS "creditLimit",
  ${unpaidByAccount} AS unpaid, ${paidAheadByAccount} AS "paidAhead", ${reservedByAccount} AS reserved`;

const sortable = {
  name: { key: sql`accounts.name`, keyType: "text", of: ({ name }) => name },
  code: { key: sql`accounts.code`, keyType: "text", of: ({ code }) => code },
} satisfies Record<string, SortColumn<Row>>;

/** Lists accounts by name or code, with their credit. See docs/domain.md, section 4. */
export const listAccounts = query({
  name: "account.list",
  caller: staff("account:read"),
  input: ListAccountsInput,
  async run({ ctx }, { q, active, sort, cursor, limit }): Promise<Page<AccountRow>> {
    const pages = sortedKeyset(sortable, sql`accounts.id`, { sort, cursor, limit });

    const rows = await read(ctx).$queryRaw<Row[]>(sql`
      SELECT ${columns} FROM accounts JOIN organizations ON organizations.id = accounts.organization_id
      WHERE accounts.organization_id = ${ctx.organizationId}::uuid
        ${foundBy(q, (word) => sql`${searched.accounts} LIKE ${word}`)}
        ${filter(sql`accounts.active = ${active === "true"}`, active)}
        ${pages.where} ${pages.tail}`);
    const page = pages.page(rows);
    return { ...page, rows: page.rows.map(withCredit) };
  },
});

export type AccountDetail = AccountRow & {
  /** Names it in the system that it was imported from. */
  externalId: string | null;
  version: number;
  createdAt: string;
  /** Names the account that is invoiced by default. Is null if the account pays for itself. */
  billingTo: { id: string; code: string; name: string } | null;
  type: AccountType;
  /** Names the reseller whose customer the account is. */
  reseller: { id: string; code: string; name: string } | null;
  orderApproval: boolean;
  /** Names the language of the messages and documents that the account gets. */
  language: Language;
  vatId: string | null;
} & Address;

type DetailRow = Row & {
  version: number;
  createdAt: Date;
} & Pick<
    AccountDetail,
    "externalId" | "billingTo" | "type" | "reseller" | "orderApproval" | "language" | "vatId" | keyof Address
  >;

/** Returns an account by its code, or by the id that other records hold. @throws NotFound */
export const getAccount = query({
  name: "account.get",
  caller: staff("account:read"),
  input: z.string(),
  async run({ ctx }, code): Promise<AccountDetail> {
    const [row] = await read(ctx).$queryRaw<DetailRow[]>(sql`
      SELECT ${columns}, accounts.version, accounts.created_at AS "createdAt", accounts.type, accounts.language,
        accounts.external_id AS "externalId",
        accounts.street, accounts.postal_code AS "postalCode", accounts.city, accounts.region, accounts.vat_id AS "vatId",
        accounts.order_approval AS "orderApproval", ${named(sql`billing_to`)} AS "billingTo", ${named(sql`reseller`)} AS reseller
      FROM accounts JOIN organizations ON organizations.id = accounts.organization_id
      LEFT JOIN accounts AS billing_to
        ON billing_to.organization_id = accounts.organization_id AND billing_to.id = accounts.billing_to_id
      LEFT JOIN accounts AS reseller
        ON reseller.organization_id = accounts.organization_id AND reseller.id = accounts.reseller_id
      WHERE accounts.organization_id = ${ctx.organizationId}::uuid AND ${isUuid(code) ? sql`accounts.id = ${code}::uuid` : sql`accounts.code = ${code}`}`);
    if (!row) throw new NotFound("account", code);

    return { ...withCredit(row), createdAt: row.createdAt.toISOString() };
  },
});

/** Selects the id, code and name of the account with that alias, or null if there is none. */
function named(alias: Prisma.Sql): Prisma.Sql {
  return sql`CASE WHEN ${alias}.id IS NOT NULL
    THEN jsonb_build_object('id', ${alias}.id, 'code', ${alias}.code, 'name', ${alias}.name) END`;
}

function withCredit<Some extends Row>(row: Some): Omit<Some, keyof Row> & AccountRow {
  const { currency } = row;
  const outstanding = amount(row.unpaid).minus(row.paidAhead.toFixed());
  const limit = row.creditLimit === null ? null : amount(row.creditLimit);
  const available = availableCredit({ limit, outstanding });
  return {
    ...row,
    creditLimit: limit && formatAmount(limit, currency),
    unpaid: formatAmount(row.unpaid, currency),
    paidAhead: formatAmount(row.paidAhead, currency),
    reserved: formatAmount(row.reserved, currency),
    outstanding: formatAmount(outstanding, currency),
    available: available && formatAmount(available, currency),
  };
}
