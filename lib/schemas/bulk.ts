import { z } from "zod";
import { Id, Seen } from "./fields";
import { ListOrdersInput } from "./order-list";
import { CancelOrderInput, ExecuteOrderInput, SetOrderStatusInput } from "./orders";

/** These schemas say what a bulk run takes: docs/domain.md, section 2, "Bulk". */

/** Holds orders by their ids. */
export const SelectedOrders = z.strictObject({
  orderIds: z.array(Id).min(1, "Select at least one order.").max(10_000),
});

/** Holds the orders that are ticked in the list, or the filter that all of them match. */
export const Selection = z.union([SelectedOrders, z.strictObject({ filter: ListOrdersInput })]);

/** Holds what each order's command takes, without the order. */
export const BulkWork = z.discriminatedUnion("action", [
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

export const StartBulkRunInput = z.strictObject({
  selection: Selection,
  work: BulkWork,
  /** Leaves out the orders that would be refused as things stand. */
  readyOnly: z.boolean().default(false),
  /** Names what the pre-flight said. */
  seen: Seen.optional(),
});
export type StartBulkRunInput = z.input<typeof StartBulkRunInput>;

export const BulkRunInput = z.strictObject({ runId: Id });
