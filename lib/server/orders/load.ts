import "server-only";
import type { Credit } from "@/lib/domain/credit";
import { amount } from "@/lib/domain/money";
import { type OrderPart, type OrderTree, partByCode } from "@/lib/domain/order/order";
import type { Ctx } from "../ctx";
import type { Prisma, Tx } from "../db";
import { NotFound } from "../errors";

const partColumns = {
  id: true,
  code: true,
  subNumber: true,
  name: true,
  note: true,
  version: true,
  number: true,
  currency: true,
  source: true,
  orderDate: true,
  accountId: true,
  statusId: true,
  statusType: true,
  statusStorefrontType: true,
  status: { select: { description: true } },
  account: { select: { name: true } },
  billingTo: { select: { id: true, name: true } },
  items: {
    orderBy: { position: "asc" },
    include: {
      product: {
        select: { type: true, requiredConfiguration: true, nonAutomatic: true, provisioningDriver: true },
      },
    },
  },
} satisfies Prisma.OrderSelect;

type PartRow = Prisma.OrderGetPayload<{ select: typeof partColumns }>;

/** A tree as the rules see it, and its rows as the commands write them. */
export type LoadedOrder = {
  tree: OrderTree;
  /** The order that was named: the primary or one of its sub-orders. */
  part: OrderPart;
  isPrimary: boolean;
  row: PartRow;
  primaryRow: PartRow;
  rows: ReadonlyMap<string, PartRow>;
};

/**
 * Locks the primary order of the tree that `code` belongs to, then loads the tree. Every command that changes a
 * tree comes through here, so two of them never interleave. @throws NotFound
 */
export async function lockOrder(tx: Tx, ctx: Ctx, code: string): Promise<LoadedOrder> {
  await tx.$queryRaw`
    SELECT id FROM orders
    WHERE organization_id = ${ctx.organizationId}::uuid AND sub_number = 0
      AND number = (SELECT number FROM orders WHERE organization_id = ${ctx.organizationId}::uuid AND code = ${code})
    FOR NO KEY UPDATE`;
  return loadOrder(tx, ctx, code);
}

/** Loads the tree that `code` belongs to, for reading. @throws NotFound */
export async function loadOrder(tx: Pick<Tx, "order">, ctx: Ctx, code: string): Promise<LoadedOrder> {
  const number = code.split("-")[0] ?? "";
  const rows: PartRow[] = await tx.order.findMany({
    where: { organizationId: ctx.organizationId, number: BigInt(number) },
    orderBy: { subNumber: "asc" },
    select: partColumns,
  });
  const tree = treeOf(rows);
  const found = tree && partByCode(tree, code);
  const row = rows.find((candidate) => candidate.code === code);
  const primaryRow = rows[0];
  if (!found || !row || !primaryRow) throw new NotFound("order", code);
  return { tree, ...found, row, primaryRow, rows: new Map(rows.map((part) => [part.id, part])) };
}

function treeOf(rows: readonly PartRow[]): OrderTree | undefined {
  const [primary, ...subOrders] = rows.map(partOf);
  return primary && { currency: rows[0]?.currency ?? "", primary, subOrders };
}

function partOf(row: PartRow): OrderPart {
  return {
    id: row.id,
    code: row.code,
    status: { type: row.statusType, storefrontType: row.statusStorefrontType },
    items: row.items.map(
      ({ product, unitPrice, unitCost, discountPercent, taxRate, configuration, ...item }) => ({
        ...item,
        unitPrice: amount(unitPrice),
        unitCost: amount(unitCost),
        discountPercent: amount(discountPercent),
        taxRate: amount(taxRate),
        configuration: configuration as Record<string, string>,
        productType: product.type,
        requiredConfiguration: product.requiredConfiguration,
        nonAutomatic: product.nonAutomatic,
        provisioningDriver: product.provisioningDriver,
      }),
    ),
  };
}

type CreditRow = { credit_limit: Prisma.Decimal | null; outstanding: Prisma.Decimal };

/** The account's credit; locked, so that two executions cannot both spend the same credit. */
export async function lockCredit(tx: Tx, ctx: Ctx, accountId: string): Promise<Credit> {
  await tx.$queryRaw`
    SELECT id FROM accounts WHERE organization_id = ${ctx.organizationId}::uuid AND id = ${accountId}::uuid
    FOR NO KEY UPDATE`;
  return loadCredit(tx, ctx, accountId);
}

export async function loadCredit(tx: Pick<Tx, "$queryRaw">, ctx: Ctx, accountId: string): Promise<Credit> {
  const [row] = await tx.$queryRaw<CreditRow[]>`
    SELECT credit_limit, (
      SELECT coalesce(sum(outstanding), 0) FROM invoices
      WHERE organization_id = accounts.organization_id AND account_id = accounts.id AND outstanding > 0
    ) AS outstanding
    FROM accounts WHERE organization_id = ${ctx.organizationId}::uuid AND id = ${accountId}::uuid`;
  if (!row) throw new NotFound("account", accountId);
  return {
    limit: row.credit_limit === null ? null : amount(row.credit_limit),
    outstanding: amount(row.outstanding),
  };
}
