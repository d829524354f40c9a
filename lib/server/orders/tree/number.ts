import "server-only";
import type { Ctx } from "../../kernel/ctx";
import { read } from "../../kernel/db";

/** Takes a number outside the order's transaction, so that nobody waits for it. A failed creation leaves a gap. */
export async function nextOrderNumber(ctx: Ctx): Promise<bigint> {
  const [row] = await read(ctx).$queryRaw<{ number: bigint }[]>`
    UPDATE organizations SET next_order_number = next_order_number + 1
    WHERE id = ${ctx.organizationId}::uuid RETURNING next_order_number - 1 AS number`;
  if (!row) throw new Error("The organization is gone");
  return row.number;
}
