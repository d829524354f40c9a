import "server-only";
import { read } from "../../../kernel/db";
import { nothing, query } from "../../../kernel/definition/query";
import { customers } from "../../customer";
import { ownRows } from "../../own-rows";

const withinMs = 60 * 60_000;

export type JustOrderedRow = {
  code: string;
  /** Holds the time in RFC 3339, UTC. */
  orderDate: string;
};

/**
 * Returns the order that this person placed last, if that was within the past hour. See docs/domain.md, section 5,
 * "Checkout".
 */
export const justOrdered = query({
  name: "own-order.just-ordered",
  caller: customers("storefront:buy"),
  input: nothing,
  async run({ ctx, who: customer }): Promise<JustOrderedRow | null> {
    const { userId } = customer;
    const since = new Date(ctx.now.getTime() - withinMs);
    const orders = await ownRows(customer).order.findMany({
      where: { source: "storefront", basketUserId: null, orderDate: { gte: since } },
      orderBy: [{ orderDate: "desc" }, { id: "desc" }],
      take: 20,
      select: { id: true, code: true, orderDate: true },
    });
    const placed = await read(ctx).event.findMany({
      where: { orderId: { in: orders.map(({ id }) => id) }, kind: "order.placed", actorId: userId },
      select: { orderId: true },
    });
    const own = orders.find(({ id }) => placed.some(({ orderId }) => orderId === id));
    return own ? { code: own.code, orderDate: own.orderDate.toISOString() } : null;
  },
});
