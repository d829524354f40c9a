import "server-only";
import { z } from "zod";
import { describeGate } from "@/lib/domain/order/holds/gate-words";
import type { Gate } from "@/lib/domain/order/holds/gates";
import { formatAmount } from "@/lib/domain/values/money";
import { type HeldFilter, heldFilters } from "@/lib/schemas/unexecuted";
import type { Ctx } from "../../kernel/ctx";
import { Prisma, read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { nothing, query } from "../../kernel/definition/query";
import { cursorOf, keyset } from "../../kernel/keyset";
import { heldByOf } from "../../orders/holds/held-by";
import { askedOutside, billedCredit, holdsNow, mayBeHeldBy } from "../../orders/holds/holds";
import { type WaitingGateFacts, waitingGateFacts, waitingGates } from "../../orders/holds/waiting-gates";
import { unexecuted } from "../../orders/tree/unexecuted";

export type ShownHold = {
  gate: Gate["gate"];
  label: string;
  /** Says what is needed and what is there. */
  sentence: string;
  /** Says who can clear the hold, and how. */
  wayOut: string;
  /** Holds the amount by which the credit falls short, as an exact decimal in the order's currency. */
  missing?: string;
};

export type UnexecutedOrder = {
  id: string;
  code: string;
  name: string;
  account: string;
  source: "bss" | "storefront";
  /** Holds an ISO time. */
  orderDate: string;
  items: number;
  executedItems: number;
  /** Holds an exact decimal, including tax. */
  total: string;
  currency: string;
  /** Lists the gates that hold the order. Is empty if it can be executed. */
  heldBy: ShownHold[];
};

export type UnexecutedPage = { rows: UnexecutedOrder[]; nextCursor: string | null };

const Wanted = z
  .object({
    cursor: z.string().max(500).optional(),
    limit: z.number().int().min(1).max(500).default(100),
    /** Keeps only the orders that a BSS user must execute. */
    nonAutomatic: z.boolean().default(false),
    /** Keeps only the orders that this gate holds, or those that nothing holds. */
    held: z.enum(heldFilters).optional(),
    /** Keeps only these orders if they are unexecuted. */
    ids: z.array(z.uuid()).max(200).optional(),
  })
  .prefault({});
type Wanted = z.output<typeof Wanted>;

type Row = {
  id: string;
  code: string;
  name: string;
  account: string;
  source: "bss" | "storefront";
  order_date: Date;
  item_count: number;
  executed_item_count: number;
  final_price: string;
  currency: string;
  gateFacts: WaitingGateFacts;
  askedOutside: boolean;
};

/**
 * Lists open primary orders that are neither baskets nor waiting for a reseller, oldest first. See docs/domain.md, section 6.
 */
export const unexecutedOrders = query({
  name: "dashboard.unexecuted-orders",
  caller: staff("dashboard:read"),
  input: Wanted,
  async run({ ctx }, input): Promise<UnexecutedPage> {
    const { limit } = input;
    const found: UnexecutedOrder[] = [];
    for (let cursor = input.cursor; found.length <= limit; ) {
      const missing = limit - found.length;
      const rows = await read(ctx).$queryRaw<Row[]>(unexecutedSql(ctx, { ...input, cursor, limit: missing }));
      found.push(...(await heldAsWanted(ctx, rows, input.held)));
      const last = rows.at(-1);
      if (!last || rows.length <= missing) break;
      cursor = cursorOf("after", { key: last.order_date.toISOString(), id: last.id });
    }
    const orders = found.slice(0, limit);
    const last = orders.at(-1);
    const more = found.length > limit && last;
    return {
      rows: orders,
      nextCursor: more ? cursorOf("after", { key: last.orderDate, id: last.id }) : null,
    };
  },
});

/** Returns the orders with the gates that hold each, without the orders that the filter excludes. */
async function heldAsWanted(
  ctx: Ctx,
  rows: readonly Row[],
  held: HeldFilter | undefined,
): Promise<UnexecutedOrder[]> {
  const asked = rows.filter((row) => row.askedOutside).map(({ id }) => id);
  const answered = await heldByOf(ctx, asked);
  return rows.flatMap((row) => {
    const gates = answered.get(row.id) ?? waitingGates(row.gateFacts);
    return held && !holdsNow(held, gates) ? [] : [toDto(row, gates, ctx.locale)];
  });
}

export type UnexecutedGroup = { held: HeldFilter; rows: UnexecutedOrder[]; more: boolean };

/** Returns the oldest orders of each gate, and of those that nothing holds. An order that two gates hold is in both groups. */
export const unexecutedGroups = query({
  name: "dashboard.unexecuted-groups",
  caller: staff("dashboard:read"),
  input: nothing,
  async run({ ctx }): Promise<UnexecutedGroup[]> {
    const groups = heldFilters.map(async (held) => {
      const { rows, nextCursor } = await unexecutedOrders(ctx, { held, limit: 10 });
      return { held, rows, more: nextCursor !== null };
    });
    return (await Promise.all(groups)).filter(({ rows }) => rows.length > 0);
  },
});

/** Selects as many orders as are wanted, and one more if there is one. */
export function unexecutedSql(ctx: Pick<Ctx, "organizationId">, input: Wanted): Prisma.Sql {
  const list = { key: sql`orders.order_date`, keyType: "timestamptz", id: sql`orders.id` } as const;
  const { where, tail } = keyset(list, input);
  return sql`
    SELECT orders.id, orders.code, orders.name, accounts.name AS account, orders.source::text, orders.order_date,
      orders.item_count, orders.executed_item_count, orders.final_price::text, orders.currency, ${waitingGateFacts},
      ${askedOutside} AS "askedOutside"
    FROM orders
    JOIN accounts ON accounts.organization_id = orders.organization_id AND accounts.id = orders.account_id
    ${billedCredit}
    WHERE orders.organization_id = ${ctx.organizationId}::uuid AND ${unexecuted}
      ${input.nonAutomatic ? sql`AND orders.non_automatic` : Prisma.empty}
      ${input.held ? sql`AND ${mayBeHeldBy(input.held)}` : Prisma.empty}
      ${input.ids ? sql`AND orders.id = ANY(${input.ids}::uuid[])` : Prisma.empty}
      ${where}
    ${tail}`;
}

function toDto(row: Row, gates: readonly Gate[], locale: string): UnexecutedOrder {
  const { id, code, name, account, source, currency } = row;
  return {
    id,
    code,
    name,
    account,
    source,
    orderDate: row.order_date.toISOString(),
    items: row.item_count,
    executedItems: row.executed_item_count,
    total: formatAmount(row.final_price, currency),
    currency,
    heldBy: gates.map((gate) => toHold(gate, locale)),
  };
}

function toHold(gate: Gate, locale: string): ShownHold {
  const { label, sentence, wayOut } = describeGate(gate, locale);
  return {
    gate: gate.gate,
    label,
    sentence,
    wayOut,
    ...(gate.gate === "credit" && { missing: gate.missing }),
  };
}
