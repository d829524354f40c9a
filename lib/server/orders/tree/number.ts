import "server-only";
import type { Ctx } from "../../kernel/ctx";
import { read, type Tx } from "../../kernel/db";

/**
 * Takes a number outside the order's transaction, so that nobody waits for it; a failed creation leaves a gap. A rehearsal
 * takes one within its transaction, which gives it back.
 */
export async function nextOrderNumber(ctx: Ctx, db: Pick<Tx, "$queryRaw"> = read(ctx)): Promise<bigint> {
  const [row] = await db.$queryRaw<{ number: bigint }[]>`
    UPDATE organizations SET next_order_number = next_order_number + 1
    WHERE id = ${ctx.organizationId}::uuid RETURNING next_order_number - 1 AS number`;
  if (!row) throw new Error("The organization is gone");
  return row.number;
}
