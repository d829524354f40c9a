import "server-only";
import { z } from "zod";
import { isDraft } from "@/lib/domain/order-status/combination";
import { ownFacts, requireCancellable } from "@/lib/domain/storefront/own-order";
import { OrderCode } from "@/lib/schemas/orders";
import { AsSeen } from "@/lib/schemas/storefront";
import { command } from "../../../kernel/definition/command";
import { refusals } from "../../../kernel/definition/refusals";
import { NotFound } from "../../../kernel/errors";
import { CancelledOrder, cancelLocked } from "../../../orders/commands/cancel-order";
import { notCancellable } from "../../../orders/refusals";
import { requireSeenOrder } from "../../../orders/tree/load";
import { customers } from "../../customer";
import { lockOwnOrder } from "../own-order";

const CancelOwnOrderInput = z.strictObject({ code: OrderCode, ...AsSeen });

/**
 * Cancels one of the account's orders as the customer saw it, while it is submitted and nothing of it is executed. See
 * docs/domain.md, section 5, "Own orders". @throws NotFound
 */
export const cancelOwnOrder = command({
  name: "own-order.cancel",
  caller: customers("storefront:change-orders"),
  input: CancelOwnOrderInput,
  output: CancelledOrder,
  refusals: refusals(...notCancellable, "partly_executed"),
  async run({ tx, ctx, who: customer }, { code, ...seen }) {
    const order = await lockOwnOrder(tx, customer, code);
    if (isDraft(order.part.status)) throw new NotFound("order", code);
    const cancellable = requireCancellable(order.tree);
    if (!cancellable.ok) return cancellable;
    const asSeen = requireSeenOrder(order, seen, () => ownFacts(order.tree, ctx.locale));
    return asSeen.ok ? cancelLocked(tx, ctx, order, { comment: "" }) : asSeen;
  },
});
