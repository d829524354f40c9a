import "server-only";
import { FindOrdersInput } from "@/lib/schemas/order-list";
import type { Ctx } from "../../kernel/ctx";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { heldByOf } from "../holds/held-by";
import { holdsNow } from "../holds/holds";
import { listedRows, type OrderPage, type OrderRow, orderPage, pageOf } from "./list-orders";

/**
 * Returns a page of primary orders for a program, which can also look for what holds them and for what changed since a time.
 * See docs/domain.md, section 8, "Orders for programs".
 */
export const findOrders = query({
  name: "order.find",
  caller: staff("order:read"),
  input: FindOrdersInput,
  async run({ ctx }, input): Promise<OrderPage> {
    const first = await listedRows(ctx, input);
    const meant = await held(ctx, first.meant, input);
    const kept = await held(ctx, first.others, input);
    // The statement finds candidates, so that a page can need more of them than it has rows.
    for (let read = first.others, limit = input.limit; read.length > limit && kept.length <= input.limit; ) {
      const last = read.at(-1);
      if (!last) break;
      limit = input.limit - kept.length;
      read = (await listedRows(ctx, { ...input, cursor: pageOf(input).behind(last), limit })).others;
      kept.push(...(await held(ctx, read, input)));
    }
    return orderPage(input, meant, kept);
  },
});

/** Returns the orders that the gate holds which is asked for. All gates of the order decide, as on its page. */
async function held(ctx: Ctx, rows: readonly OrderRow[], { heldBy }: FindOrdersInput): Promise<OrderRow[]> {
  if (!heldBy) return [...rows];
  const gates = await heldByOf(
    ctx,
    rows.map(({ id }) => id),
  );
  return rows.filter(({ id }) => holdsNow(heldBy, gates.get(id) ?? []));
}
