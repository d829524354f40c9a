import "server-only";
import { z } from "zod";
import type { Gate } from "@/lib/domain/order/holds/gates";
import type { OrderRefusal } from "@/lib/domain/order/holds/refusal";
import type { Result } from "@/lib/domain/values/result";
import { OrderCode } from "@/lib/schemas/orders";
import type { Ctx } from "../kernel/ctx";
import { executeOrder } from "../orders/commands/execute-order";

/** How an order goes on, as its customer or reseller is told at once. */
export const GoesOn = z.object({
  code: OrderCode,
  /** What keeps it from being executed, if anything does; the order's page says as much of that as its reader may know. */
  heldBy: z.array(z.custom<Gate["gate"]>()),
});
type GoesOn = z.output<typeof GoesOn>;

/** How an order stands that was submitted, and whose execution was tried in the same transaction. */
export type Tried = {
  code: string;
  /** What keeps it from being executed. */
  heldBy: readonly Gate[];
  /** Somebody outside is to be asked before it can be executed. */
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
 * Once the transaction that submitted the order is over: asks who is to be asked, and executes the order with the
 * answers. See docs/domain.md, section 2, "Asked outside".
 */
export async function executeSubmitted(ctx: Ctx, submitted: Tried): Promise<GoesOn> {
  const { code, unanswered } = submitted;
  const { heldBy } = unanswered ? tried(code, await executeOrder.perform(ctx, { code })) : submitted;
  return { code, heldBy: heldBy.map(({ gate }) => gate) };
}
