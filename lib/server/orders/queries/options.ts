import "server-only";
import { z } from "zod";
import { userMaySetStatus } from "@/lib/domain/order-status/may-set";
import { pickStatus } from "@/lib/domain/order-status/pick";
import { systemCombinations } from "@/lib/domain/order-status/system-statuses";
import { isoDay } from "@/lib/domain/values/day";
import { formatAmount } from "@/lib/domain/values/money";
import { Id, listParameters } from "@/lib/schemas/fields";
import type { Ctx } from "../../kernel/ctx";
import { type Prisma, read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { nothing, query } from "../../kernel/definition/query";
import { type Named, namedRows } from "../../search/found-by";
import { loadStatuses } from "../tree/statuses";

/**
 * Holds an account as the pickers of an order offer it. The pickers search while the user types, because there may be
 * thousands.
 */

export type AccountOption = {
  id: string;
  code: string;
  name: string;
  /** Holds the account that is invoiced by default. */
  billingTo: { id: string; name: string };
};

const offered = 30;
const Search = z.object({ q: listParameters.q });

/** Answers active accounts that match the typed words, best first. */
export const accountOptions = query({
  name: "account.options",
  caller: staff("account:read"),
  input: Search,
  run: ({ ctx }, { q }) => accountsFound(ctx, q, sql`AND active`),
});

/** Answers active resellers, found like `accountOptions`. */
export const resellerOptions = query({
  name: "reseller.options",
  caller: staff("account:read"),
  input: Search,
  run: ({ ctx }, { q }) => accountsFound(ctx, q, sql`AND active AND type = 'reseller'`),
});

async function accountsFound(ctx: Ctx, q: string, only: Prisma.Sql): Promise<AccountOption[]> {
  const found = await namedRows(ctx, "accounts", q, { only, limit: offered });
  const rows = await read(ctx).account.findMany({ where: { id: idIn(found) }, select: accountColumns });
  return inOrderOf(found, rows).map(accountOption);
}

function idIn(rows: readonly Named[]) {
  return { in: rows.map(({ id }) => id) };
}

function inOrderOf<Row extends { id: string }>(found: readonly Named[], rows: readonly Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap(({ id }) => byId.get(id) ?? []);
}

/** Returns an active account to start with, or null if none has that id. */
export const accountById = query({
  name: "account.option",
  caller: staff("account:read"),
  input: z.string(),
  async run({ ctx }, id): Promise<AccountOption | null> {
    if (!z.uuid().safeParse(id).success) return null;
    const row = await read(ctx).account.findUnique({
      where: { organizationId_id: { organizationId: ctx.organizationId, id }, active: true },
      select: accountColumns,
    });
    return row && accountOption(row);
  },
});

/** Returns an account, active or not, as its filter chip names it. */
export const accountName = query({
  name: "account.name",
  caller: staff("account:read"),
  input: Id,
  async run({ ctx }, id): Promise<string | null> {
    const row = await read(ctx).account.findUnique({
      where: { organizationId_id: { organizationId: ctx.organizationId, id } },
      select: { name: true },
    });
    return row?.name ?? null;
  },
});

export const accountColumns = {
  id: true,
  code: true,
  name: true,
  billingTo: { select: { id: true, name: true } },
} satisfies Prisma.AccountSelect;

export function accountOption(
  row: Prisma.AccountGetPayload<{ select: typeof accountColumns }>,
): AccountOption {
  const { id, code, name, billingTo } = row;
  return { id, code, name, billingTo: billingTo ?? { id, name } };
}

export type ProductOption = {
  id: string;
  code: string;
  name: string;
  type: "subscription" | "asset" | "one_off";
  billingPeriod: "month" | "year" | "once";
  price: string;
  cost: string;
  taxRate: string;
  requiredConfiguration: string[];
  nonAutomatic: boolean;
  /** Counts the units that can be tried for free; null if the product offers no trial. */
  trialMaxQuantity: number | null;
};

/** Returns active products, found like `accountOptions`. */
export const productOptions = query({
  name: "product.options",
  caller: staff("product:read"),
  input: Search,
  async run({ ctx }, { q }): Promise<ProductOption[]> {
    const found = await namedRows(ctx, "products", q, { only: sql`AND active`, limit: offered });
    const { currency } = await read(ctx).organization.findUniqueOrThrow({
      where: { id: ctx.organizationId },
      select: { currency: true },
    });
    const rows = await read(ctx).product.findMany({ where: { id: idIn(found) }, select: productColumns });
    return inOrderOf(found, rows).map((row) => productOption(row, currency));
  },
});

export const productColumns = {
  id: true,
  code: true,
  name: true,
  type: true,
  billingPeriod: true,
  price: true,
  cost: true,
  taxRate: true,
  requiredConfiguration: true,
  nonAutomatic: true,
  trialMaxQuantity: true,
} satisfies Prisma.ProductSelect;

export function productOption(
  row: Prisma.ProductGetPayload<{ select: typeof productColumns }>,
  currency: string,
): ProductOption {
  return {
    ...row,
    price: formatAmount(row.price, currency),
    cost: formatAmount(row.cost, currency),
    taxRate: row.taxRate.toFixed(),
  };
}

export type SubscriptionOption = { id: string; name: string; startDate: string };

/**
 * Returns a subscription's label in the picker. It has the units, because an account can have several of one product.
 */
export function subscriptionLabel({ description, quantity }: { description: string; quantity: number }) {
  return `${description} (${quantity})`;
}

const OfProduct = z.object({ account: z.uuid(), product: z.uuid() });

/** Returns the account's subscriptions of a product, from which a quantity change picks one. */
export const subscriptionOptions = query({
  name: "subscription.options",
  caller: staff("subscription:read"),
  input: z.unknown(),
  async run({ ctx }, raw): Promise<SubscriptionOption[]> {
    const input = OfProduct.safeParse(raw);
    if (!input.success) return [];
    const rows = await read(ctx).subscription.findMany({
      where: { accountId: input.data.account, productId: input.data.product, state: "active" },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: 100,
      select: { id: true, description: true, quantity: true, startDate: true },
    });
    return rows.map(({ id, description, quantity, startDate }) => ({
      id,
      name: subscriptionLabel({ description, quantity }),
      startDate: isoDay(startDate),
    }));
  },
});

export type StatusOption = {
  id: string;
  description: string;
  color: string;
  type: "in_progress" | "automatic_execute" | "cancelled";
};

/** Returns the statuses that users may set on an order, by No.: docs/domain.md, section 1, rules 4 and 10. */
export const statusOptions = query({
  name: "status.options",
  caller: staff("order-status:read"),
  input: nothing,
  async run({ ctx }): Promise<StatusOption[]> {
    const rows = await allStatuses(ctx);
    return rows.filter(userMaySetStatus).map(({ id, description, color, type }) => ({
      id,
      description,
      color,
      type: type as StatusOption["type"],
    }));
  },
});

/** Answers what a new order starts with: the currency, the offered statuses, and which of them is Submitted. */
export const newOrderDefaults = query({
  name: "order.defaults",
  caller: staff("order-status:read"),
  input: nothing,
  async run({ ctx }) {
    const [statuses, rows, organization] = await Promise.all([
      statusOptions(ctx),
      loadStatuses(read(ctx), ctx),
      read(ctx).organization.findUniqueOrThrow({
        where: { id: ctx.organizationId },
        select: { currency: true },
      }),
    ]);
    const { id: statusId } = pickStatus(rows, systemCombinations.submitted);
    return { statuses, statusId, currency: organization.currency };
  },
});

/** Returns every status that the list can be filtered by, including inactive ones, since orders keep those. */
export const statusFilterOptions = query({
  name: "status-filter.options",
  caller: staff("order-status:read"),
  input: nothing,
  async run({ ctx }): Promise<{ value: string; label: string }[]> {
    const rows = await allStatuses(ctx);
    return rows.map(({ id, description, active }) => ({
      value: id,
      label: active ? description : `${description} (inactive)`,
    }));
  },
});

function allStatuses(ctx: Ctx) {
  return read(ctx).orderStatus.findMany({
    orderBy: [{ no: "asc" }, { description: "asc" }],
    select: { id: true, description: true, color: true, type: true, storefrontType: true, active: true },
  });
}
