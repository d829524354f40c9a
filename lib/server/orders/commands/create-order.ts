import "server-only";
import type { z } from "zod";
import { pickStatus } from "@/lib/domain/order-status/pick";
import { systemCombinations } from "@/lib/domain/order-status/system-statuses";
import type { Refused } from "@/lib/domain/refusals/refusal";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import { CreateOrderInput } from "@/lib/schemas/orders";
import { type Ctx, requirePermission } from "../../kernel/ctx";
import type { Tx } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { nextOrderNumber } from "../tree/number";
import { chooseStatus, loadStatuses } from "../tree/statuses";
import { writeNewOrders } from "../tree/write-new";
import { cancelWithin } from "./cancel-order";
import { executeWithin } from "./execute-order";
import { executeSaved, SavedOrder } from "./saved-order";

type Input = z.output<typeof CreateOrderInput>;

/**
 * Creates a BSS order. A status of Type Automatic Execute also executes it; if the execution is refused, the order stays
 * Submitted with the reasons. See docs/domain.md, section 2, "Create".
 */
export const createOrder = command({
  name: "order.create",
  caller: staff("order:create"),
  input: CreateOrderInput,
  output: SavedOrder,
  refusals: refusals("status_not_settable", "invalid_input"),
  prepare: async ({ ctx, rehearsed }) => ok(rehearsed ? null : await nextOrderNumber(ctx)),
  run: async ({ tx, ctx, prepared: number }, input) =>
    createWithin(tx, ctx, input, number ?? (await nextOrderNumber(ctx, tx))),
  finish: ({ ctx, key }, { statusId }, saved) =>
    executeSaved(ctx, key, saved, { code: saved.code, statusId }),
});

async function createWithin(
  tx: Tx,
  ctx: Ctx,
  input: Input,
  number: bigint,
): Promise<Result<SavedOrder, Refused<"status_not_settable" | "invalid_input">>> {
  const statuses = await loadStatuses(tx, ctx);
  const types = ["in_progress", "automatic_execute", "cancelled"] as const;
  const chosen = chooseStatus(statuses, input.statusId, types, "submitted");
  if (!chosen.ok) {
    return chosen.refusal.reason === "status_not_settable"
      ? refuse(chosen.refusal)
      : refuse({ reason: "invalid_input", problems: [{ reason: "not_a_users_status", path: "statusId" }] });
  }
  const { id: statusId, type } = chosen.value;
  if (type === "automatic_execute") requirePermission(ctx, "order:execute");
  if (type === "cancelled") requirePermission(ctx, "order:cancel");

  const initial = type === "in_progress" ? chosen.value : pickStatus(statuses, systemCombinations.submitted);
  const [written] = await writeNewOrders(tx, ctx, [{ input, number, status: initial }]);
  if (!written?.ok) return written ?? refuse({ reason: "invalid_input", problems: [] });
  const code = String(number);
  if (type === "cancelled") await cancelWithin(tx, ctx, { code, statusId, comment: "" });
  const executed = type === "automatic_execute" ? await executeWithin(tx, ctx, { code, statusId }) : written;
  return ok({ code, notExecuted: executed.ok ? null : executed.refusal });
}
