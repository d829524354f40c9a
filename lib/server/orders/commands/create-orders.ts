import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { line } from "@/lib/schemas/fields";
import { CreateOrderInput, OrderCode } from "@/lib/schemas/orders";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { nextOrderNumbers } from "../tree/number";
import { chooseStatus, importedTypes, loadStatuses } from "../tree/statuses";
import { writeNewOrders } from "../tree/write-new";

/** Limits how many orders one transaction creates, so that nobody waits long for it. */
const most = 100;

/** Takes an order that moves in. */
export const ImportedOrder = CreateOrderInput.extend({
  externalId: line("an external id", 100),
  /** Is when an order of the past was executed or canceled, as its status says, and blank for an open one. */
  endedAt: z.iso
    .datetime({ offset: true, error: "Enter a date." })
    .refine((time) => time >= "2000" && time < "2101", "Enter a date from 2000 to 2100.")
    .optional(),
});

/**
 * Creates many orders in one transaction, all or none, and in as many statements as for one: open ones by the rules of
 * `createOrder`, and ended ones as they were in another system, with no invoice, no service and no message. See docs/domain.md,
 * section 11.
 */
export const createOrders = command({
  name: "order.create-many",
  caller: staff("order:create"),
  input: z.strictObject({
    orders: z
      .array(ImportedOrder)
      .min(1, "Send at least one order.")
      .max(most, `Send at most ${most} orders.`),
  }),
  output: z.object({ codes: z.array(OrderCode) }),
  needs: ({ orders }) => (orders.some(({ endedAt }) => endedAt !== undefined) ? ["import:run"] : []),
  refusals: refusals("status_not_settable", "status_not_allowed", "invalid_input"),
  prepare: async ({ ctx, rehearsed }, { orders }) =>
    ok(rehearsed ? null : await nextOrderNumbers(ctx, orders.length)),
  async run({ tx, ctx, prepared }, { orders }) {
    const first = prepared ?? (await nextOrderNumbers(ctx, orders.length, tx));
    const statuses = await loadStatuses(tx, ctx);
    const made: Parameters<typeof writeNewOrders>[2][number][] = [];
    for (const [at, { externalId, endedAt, ...input }] of orders.entries()) {
      const status = chooseStatus(statuses, input.statusId, importedTypes, "submitted");
      if (!status.ok) return status;
      made.push({
        ...{ input, externalId, number: first + BigInt(at), status: status.value },
        ...(endedAt !== undefined && { endedAt: new Date(endedAt) }),
      });
    }
    const written = await writeNewOrders(tx, ctx, made);
    const problems = written.flatMap((result, at) =>
      result.ok
        ? []
        : result.refusal.problems.map((problem) => ({ ...problem, path: `orders.${at}.${problem.path}` })),
    );
    if (problems.length > 0) return refuse({ reason: "invalid_input", problems });
    return ok({ codes: made.map(({ number }) => String(number)) });
  },
});
