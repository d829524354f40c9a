import "server-only";
import { z } from "zod";
import type { Gate } from "@/lib/domain/order/holds/gates";
import type { OrderRefusal } from "@/lib/domain/order/holds/refusal";
import type { Result } from "@/lib/domain/values/result";
import { OrderCode } from "@/lib/schemas/orders";
import type { Ctx } from "../kernel/ctx";
import { executeOrder } from "../orders/commands/execute-order";

/** Tells the customer or reseller at once how an order goes on. */
export const GoesOn = z.object({
  code: OrderCode,
  /** Lists the gates that keep it from being executed. The order's page shows as much of them as its reader may know. */
  heldBy: z.array(z.custom<Gate["gate"]>()),
});
type GoesOn = z.output<typeof GoesOn>;

/** Holds the state of a submitted order whose execution was tried in the same transaction. */
export type Tried = {
  code: string;
  /** Lists the gates that keep it from being executed. */
  heldBy: readonly Gate[];
  /** Tells whether someone outside must be asked before it can be executed. */
  unanswered: boolean;
};

export function tried(code: string, executed: Result<unknown, OrderRefusal>): Tried {
  const refusal = executed.ok ? undefined : executed.refusal;
  return {
    code,
    heldBy: refusal?.reason === "held" ? refusal.gates : [],
    unanswered: refusal?.reason === "unanswered",
  };
}

/**
 * Asks the outside parties after the transaction that submitted the order, and executes the order with their answers. See
 * docs/domain.md, section 2, "Asked outside".
 */
export async function executeSubmitted(ctx: Ctx, submitted: Tried): Promise<GoesOn> {
  const { code, unanswered } = submitted;
  const { heldBy } = unanswered ? tried(code, await executeOrder.perform(ctx, { code })) : submitted;
  return { code, heldBy: heldBy.map(({ gate }) => gate) };
}
