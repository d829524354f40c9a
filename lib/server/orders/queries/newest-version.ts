import "server-only";
import { z } from "zod";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { getOrder } from "./get-order";
import { getOrderForm, type OrderFormSource } from "./get-order-form";
import { type OrderHistoryEntry, orderHistory } from "./order-history";

/** Holds the order's current version and what changed it. */
export type NewestVersion = {
  version: number;
  currency: string;
  form: OrderFormSource;
  last: OrderHistoryEntry | null;
};

/** Answers what a form needs after someone else's save got in first. */
export const newestVersion = query({
  name: "order.newest-version",
  caller: staff("order:read"),
  input: z.string(),
  async run({ ctx }, code): Promise<NewestVersion> {
    const [form, order, history] = await Promise.all([
      getOrderForm(ctx, code),
      getOrder(ctx, code),
      orderHistory(ctx, { code, limit: 1 }),
    ]);
    const last = history.entries[0] ?? null;
    return { version: form.version, currency: order.currency, form, last };
  },
});
