import "server-only";
import type { Ctx } from "../../kernel/ctx";
import { read, type Tx } from "../../kernel/db";

/**
 * Takes a number outside the order's transaction, so that nobody waits for it; a failed creation leaves a gap. A rehearsal
 * takes one within its transaction, which gives it back.
 */
export async function nextOrderNumber(ctx: Ctx, db: Pick<Tx, "$queryRaw"> = read(ctx)): Promise<bigint> {
  return nextOrderNumbers(ctx, 1, db);
}

/** Takes so many numbers at once and returns the first of them. */
export async function nextOrderNumbers(
  ctx: Ctx,
  count: number,
  db: Pick<Tx, "$queryRaw"> = read(ctx),
): Promise<bigint> {
  const [row] = await db.$queryRaw<{ number: bigint }[]>`
    UPDATE organizations SET next_order_number = next_order_number + ${count}
    WHERE id = ${ctx.organizationId}::uuid RETURNING next_order_number - ${count} AS number`;
  if (!row) throw new Error("The organization is gone");
  return row.number;
}
