import { z } from "zod";
import { Id, listParameters, Seen } from "./fields";
import { ListOrdersInput } from "./order-list";
import { CancelOrderInput, ExecuteOrderInput, SetOrderStatusInput } from "./orders";

/** What a bulk run takes: docs/domain.md, section 2, "Bulk". */

/** Orders ticked in the list, or all that match its filter. */
const Selection = z.union([
  z.strictObject({ orderIds: z.array(Id).min(1, "Select at least one order.").max(10_000) }),
  z.strictObject({ filter: ListOrdersInput }),
]);

/** What each order's command takes, without the order. */
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
  /** Leave out what would be refused as things stand. */
  readyOnly: z.boolean().default(false),
  /** What the pre-flight said. */
  seen: Seen.optional(),
});
export type StartBulkRunInput = z.input<typeof StartBulkRunInput>;

export const BulkRunInput = z.strictObject({ runId: Id });

export const ListBulkRunsInput = z.object(listParameters).pick({ cursor: true, limit: true });

/** What a run's page takes from its address; the cursor is a position, negative to go back from it. */
export const GetBulkRunInput = z.object({
  runId: Id,
  result: z.enum(["done", "refused", "failed", "waiting"]).optional().catch(undefined),
  cursor: z.coerce.number().int().min(-10_001).max(10_001).catch(0).default(0),
});
