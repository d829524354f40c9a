import { z } from "zod";
import { Id, listParameters, Seen, sortParameter } from "./fields";
import { ListOrdersInput } from "./order-list";
import { CancelOrderInput, ExecuteOrderInput, SetOrderStatusInput } from "./orders";

/** These schemas say what a bulk run takes: docs/domain.md, section 2, "Bulk". */

/** Holds the orders that are ticked in the list, or the filter that all of them match. */
const Selection = z.union([
  z.strictObject({ orderIds: z.array(Id).min(1, "Select at least one order.").max(10_000) }),
  z.strictObject({ filter: ListOrdersInput }),
]);

/** Holds what each order's command takes, without the order. */
const Work = z.discriminatedUnion("action", [
  z.strictObject({
    action: z.literal("execute"),
    input: ExecuteOrderInput.pick({ startDate: true, statusId: true }),
  }),
  z.strictObject({
    action: z.literal("cancel"),
    input: CancelOrderInput.omit({ code: true, version: true, seen: true }),
  }),
  z.strictObject({
    action: z.literal("set_status"),
    input: SetOrderStatusInput.omit({ code: true, version: true }),
  }),
]);

export const PreflightBulkInput = z.strictObject({
  selection: Selection,
  action: z.enum(["execute", "cancel", "set_status"]),
});
export type PreflightBulkInput = z.input<typeof PreflightBulkInput>;

export const StartBulkRunInput = z.strictObject({
  selection: Selection,
  work: Work,
  /** Leaves out the orders that would be refused as things stand. */
  readyOnly: z.boolean().default(false),
  /** Names what the pre-flight said. */
  seen: Seen.optional(),
});
export type StartBulkRunInput = z.input<typeof StartBulkRunInput>;

export const BulkRunInput = z.strictObject({ runId: Id });

export const ListBulkRunsInput = z
  .object({ ...listParameters, sort: sortParameter(["started"], "-started") })
  .omit({ q: true });

/** Holds what a run's page takes from its address. The cursor is a position, which is negative to go back from it. */
export const GetBulkRunInput = z.object({
  runId: Id,
  result: z.enum(["done", "refused", "failed", "waiting"]).optional().catch(undefined),
  cursor: z.coerce.number().int().min(-10_001).max(10_001).catch(0).default(0),
});
