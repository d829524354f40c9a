import "server-only";
import { type OrderPart, type OrderTree, partByCode } from "@/lib/domain/order/tree/order";
import { isFinal } from "@/lib/domain/order-status/combination";
import type { ChangedSinceSeen, Fact } from "@/lib/domain/seen";
import { ok, type Result } from "@/lib/domain/values/result";
import type { Ctx } from "../../kernel/ctx";
import { sql, type Tx } from "../../kernel/db";
import { Conflict, NotFound } from "../../kernel/errors";
import { requireSeen, shown, type WasSeen } from "../../kernel/seen";
import { loadTrees, type OrderHeader } from "./trees";

/** Holds a tree for the rules, and its rows for the commands. */
export type LoadedOrder = {
  tree: OrderTree;
  /** Holds the requested order: the primary or one of its sub-orders. */
  part: OrderPart;
  isPrimary: boolean;
  row: OrderHeader;
  primaryRow: OrderHeader;
  rows: ReadonlyMap<string, OrderHeader>;
};

/**
 * Locks the primary order of the tree that `code` belongs to, then loads the tree; every command that changes a tree does so
 * first, so that no two interleave. Given the version the user saw, it refuses an open order that has changed since.
 * @throws NotFound, Conflict
 */
export async function lockOrder(tx: Tx, ctx: Ctx, code: string, version?: number): Promise<LoadedOrder> {
  await tx.$queryRaw(sql`
    SELECT id FROM orders
    WHERE organization_id = ${ctx.organizationId}::uuid AND number = ${numberOf(code)} AND sub_number = 0
    FOR NO KEY UPDATE`);
  const order = await loadOrder(tx, ctx, code);
  const { row } = order;
  if (version !== undefined && version !== row.version && !isFinal(row.statusType)) {
    throw new Conflict(`Order ${code}`);
  }
  return order;
}

/**
 * Refuses an open order that differs from what was shown, by version or by facts. The command itself refuses an order that
 * has ended.
 * @throws Conflict
 */
export function requireSeenOrder(
  { row, tree }: LoadedOrder,
  was: WasSeen,
  facts: () => Fact[],
): Result<null, ChangedSinceSeen> {
  if (isFinal(row.statusType)) return ok(null);
  const now = { what: `Order ${row.code}`, version: row.version, shown: () => shown(tree.currency, facts()) };
  return requireSeen(was, now);
}

/** Loads the tree that `code` belongs to, for reading. @throws NotFound */
export async function loadOrder(db: Pick<Tx, "$queryRaw">, ctx: Ctx, code: string): Promise<LoadedOrder> {
  const [stored] = await loadTrees(db, ctx, sql`${numberOf(code)}`);
  const found = stored && partByCode(stored.tree, code);
  const row = found && stored.headers.get(found.part.id);
  const primaryRow = stored?.headers.get(stored.tree.primary.id);
  if (!found || !row || !primaryRow) throw new NotFound("order", code);
  return { tree: stored.tree, ...found, row, primaryRow, rows: stored.headers };
}

/** Returns the running number, which a sub-order shares with its primary. */
function numberOf(code: string): bigint {
  return BigInt(code.split("-")[0] ?? "");
}
