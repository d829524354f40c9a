import "server-only";
import { z } from "zod";
import { availableCredit, creditFor } from "@/lib/domain/credit";
import { profit, treeTotals } from "@/lib/domain/order/amounts/totals";
import { describeGate } from "@/lib/domain/order/holds/gate-words";
import { requireOpen } from "@/lib/domain/order/holds/open";
import { gatesOf } from "@/lib/domain/order/moves/execution";
import type { Combination } from "@/lib/domain/order-status/combination";
import { storefrontStatusLabel } from "@/lib/domain/order-status/storefront-label";
import { requireWaiting } from "@/lib/domain/storefront/approval";
import { amount, formatAmount } from "@/lib/domain/values/money";
import { OrderCode } from "@/lib/schemas/orders";
import { ListApprovalsInput } from "@/lib/schemas/storefront";
import { loadCredit, owedByAccount, reservedForOrder } from "../../../billing/credit";
import { type Prisma, read, sql } from "../../../kernel/db";
import { query } from "../../../kernel/definition/query";
import { NotFound } from "../../../kernel/errors";
import { keyset, type Page } from "../../../kernel/keyset";
import { loadOrder } from "../../../orders/tree/load";
import { partiesOf } from "../../../orders/tree/trees";
import { resellers } from "../../customer";
import { type OwnOrderLine, ownOrderLines } from "../../orders/lines";
import { isCustomersOrder } from "../lock";

/** Holds an order of the reseller's customer with the facts for a decision. Amounts are exact decimals. */
export type ApprovalRow = {
  id: string;
  code: string;
  /** Holds the version that is shown, which is the one that is approved. */
  version: number;
  customer: string;
  /** Holds the time in RFC 3339, UTC. */
  orderDate: string;
  total: string;
  /** Holds the net amount less cost. */
  margin: string;
  /** Holds the payer's credit; null is unlimited. */
  availableCredit: string | null;
  /** Tells whether the total is more than the available credit. */
  exceedsCredit: boolean;
  currency: string;
  status: Combination & { label: string };
  waiting: boolean;
};

type Row = {
  id: string;
  code: string;
  version: number;
  customer: string;
  orderDate: Date;
  total: Prisma.Decimal;
  margin: Prisma.Decimal;
  limit: Prisma.Decimal | null;
  outstanding: Prisma.Decimal;
  currency: string;
} & Combination;

/** Returns orders of the reseller's customers: those that wait, oldest first, or all, newest first. */
export const listApprovals = query({
  name: "approval.list",
  caller: resellers,
  input: ListApprovalsInput,
  async run({ ctx, who: reseller }, { show, cursor, limit }): Promise<Page<ApprovalRow>> {
    const { accountId } = reseller;
    const pages = keyset(
      { key: sql`orders.order_date`, keyType: "timestamptz", id: sql`orders.id`, descending: show === "all" },
      { cursor, limit },
    );
    const waiting = sql`AND orders.status_type = 'in_progress' AND orders.status_storefront_type = 'pending_approval'`;
    const placed = sql`AND NOT (orders.status_type = 'in_progress' AND orders.status_storefront_type = 'draft')`;

    // The name `accounts` stands for the payer, as `owedByAccount` expects.
    const rows = await read(ctx).$queryRaw<Row[]>(sql`
      SELECT orders.id, orders.code, orders.version, customer.name AS customer, orders.order_date AS "orderDate",
        orders.final_price AS total, orders.net_total - orders.cost_total AS margin, accounts.credit_limit AS "limit",
        ${owedByAccount} - ${reservedForOrder} AS outstanding, orders.currency, orders.status_type AS type,
        orders.status_storefront_type AS "storefrontType"
      FROM accounts AS customer
      JOIN orders ON orders.organization_id = customer.organization_id AND orders.account_id = customer.id
      JOIN accounts ON accounts.organization_id = orders.organization_id AND accounts.id = orders.billing_to_id
      WHERE customer.organization_id = ${ctx.organizationId}::uuid AND customer.reseller_id = ${accountId}::uuid
        AND orders.parent_id IS NULL ${show === "waiting" ? waiting : placed} ${pages.where} ${pages.tail}`);
    const page = pages.page(rows, (row) => ({ key: row.orderDate.toISOString(), id: row.id }));
    return { ...page, rows: page.rows.map(toRow) };
  },
});

function toRow(row: Row): ApprovalRow {
  const { id, code, version, customer, currency, type, storefrontType } = row;
  const available = availableCredit({
    limit: row.limit === null ? null : amount(row.limit),
    outstanding: amount(row.outstanding),
  });
  return {
    id,
    code,
    version,
    customer,
    orderDate: row.orderDate.toISOString(),
    total: formatAmount(row.total, currency),
    margin: formatAmount(row.margin, currency),
    availableCredit: available && formatAmount(available, currency),
    exceedsCredit: available !== null && amount(row.total).greaterThan(available),
    currency,
    status: { type, storefrontType, label: storefrontStatusLabel({ type, storefrontType }) },
    waiting: requireWaiting({ type, storefrontType }).ok,
  };
}

export type ApprovalDetail = ApprovalRow & {
  billingTo: string;
  lines: OwnOrderLine[];
  totals: Record<"net" | "tax" | "finalPrice", string>;
  /** Describes in words what will hold it besides the approval. */
  holds: string[];
};

/** Returns one order of the reseller's customers. @throws NotFound */
export const getApproval = query({
  name: "approval.get",
  caller: resellers,
  input: z.unknown(),
  async run({ ctx, who: reseller }, rawCode): Promise<ApprovalDetail> {
    const code = OrderCode.safeParse(rawCode);
    if (!code.success) throw new NotFound("order", String(rawCode));
    const order = await loadOrder(read(ctx), ctx, code.data);
    if (!isCustomersOrder(reseller, order)) throw new NotFound("order", code.data);
    const { tree, part, row } = order;

    const credit = await loadCredit(read(ctx), ctx, row.billingTo.id);
    const available = availableCredit(creditFor(credit, tree.primary.id));
    const totals = treeTotals(tree);
    const gates = requireOpen(part).ok ? gatesOf(tree, part, partiesOf(row, credit)) : [];
    const money = (value: Parameters<typeof formatAmount>[0]) => formatAmount(value, tree.currency);
    return {
      id: part.id,
      code: part.code,
      version: row.version,
      customer: row.account.name,
      orderDate: row.orderDate.toISOString(),
      total: money(totals.finalPrice),
      margin: money(profit(totals)),
      availableCredit: available && money(available),
      exceedsCredit: available !== null && totals.finalPrice.greaterThan(available),
      currency: tree.currency,
      status: { ...part.status, label: storefrontStatusLabel(part.status) },
      waiting: requireWaiting(part.status).ok,
      billingTo: row.billingTo.name,
      lines: ownOrderLines(tree),
      totals: { net: money(totals.net), tax: money(totals.tax), finalPrice: money(totals.finalPrice) },
      holds: gates
        .filter(({ gate }) => gate !== "approval")
        .map((gate) => describeGate(gate, ctx.locale).sentence),
    };
  },
});
