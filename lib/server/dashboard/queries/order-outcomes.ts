import "server-only";
import { z } from "zod";
import { isUnexecuted } from "@/lib/domain/order-status/combination";
import { read } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";

/** Describes what became of an order that is no longer unexecuted. */
export type OrderOutcome = {
  id: string;
  code: string;
  /** Holds the label of the order's status. */
  status: string;
  outcome: "executed" | "cancelled" | "other";
};

/** Returns those of the given orders that are not unexecuted, or no longer are. */
export const orderOutcomes = query({
  name: "dashboard.order-outcomes",
  caller: staff("dashboard:read"),
  input: z.array(z.uuid()).max(200),
  async run({ ctx }, ids): Promise<OrderOutcome[]> {
    if (ids.length === 0) return [];
    const orders = await read(ctx).order.findMany({
      where: { id: { in: ids } },
      select: {
        id: true,
        code: true,
        statusType: true,
        statusStorefrontType: true,
        status: { select: { description: true } },
      },
    });
    return orders
      .filter(
        (order) => !isUnexecuted({ type: order.statusType, storefrontType: order.statusStorefrontType }),
      )
      .map(({ id, code, statusType, status }) => ({
        id,
        code,
        status: status.description,
        outcome:
          statusType === "automatic_execute"
            ? "executed"
            : statusType === "cancelled"
              ? "cancelled"
              : "other",
      }));
  },
});
