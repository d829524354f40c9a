import "server-only";
import { z } from "zod";
import type { OrderRefusal } from "@/lib/domain/order/holds/refusal";
import { ok, type Result } from "@/lib/domain/values/result";
import { type ExecuteOrderInput, OrderCode } from "@/lib/schemas/orders";
import type { Ctx } from "../../kernel/ctx";
import { executeOrder } from "./execute-order";

/** Answers a save of an order whose status may ask for its execution. */
export const SavedOrder = z.object({
  code: OrderCode,
  /** Says why the order was saved but not executed, if its status asked for that. */
  notExecuted: z.custom<OrderRefusal>().nullable(),
});
export type SavedOrder = z.output<typeof SavedOrder>;

/** Executes a saved order if the execution must ask someone outside, which a save never does. */
export async function executeSaved(
  ctx: Ctx,
  key: string | undefined,
  saved: SavedOrder,
  execution: z.output<typeof ExecuteOrderInput>,
): Promise<Result<SavedOrder, never>> {
  if (saved.notExecuted?.reason !== "unanswered") return ok(saved);
  const executed = await executeOrder.perform(ctx, execution, key && `${key}:execute`);
  return ok({ code: saved.code, notExecuted: executed.ok ? null : executed.refusal });
}
