import "server-only";
import { z } from "zod";
import type { Gate } from "@/lib/domain/order/holds/gates";
import { gatesOf } from "@/lib/domain/order/moves/execution";
import { isDraft, isFinal } from "@/lib/domain/order-status/combination";
import type { PaymentRefusal } from "@/lib/domain/storefront/payment";
import { formatAmount, payableMoney } from "@/lib/domain/values/money";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import { OrderCode } from "@/lib/schemas/orders";
import { loadCredit } from "../../../billing/credit";
import type { Ctx } from "../../../kernel/ctx";
import type { Tx } from "../../../kernel/db";
import { command } from "../../../kernel/definition/command";
import { refusals } from "../../../kernel/definition/refusals";
import { NotFound } from "../../../kernel/errors";
import { type LoadedOrder, lockOrder } from "../../../orders/tree/load";
import { partiesOf } from "../../../orders/tree/trees";
import { atCurrentPrices } from "../../basket/prices";
import { type CustomerCtx, customers } from "../../customer";
import { ownGates } from "../../orders/gates";
import { openPage, openRequest, requireDriver } from "../open";

/** Names the order that lacks credit: the basket, or one that waits. The server knows how much is missing. */
const StartPaymentInput = z.strictObject({ code: OrderCode });

/**
 * Opens a payment of the credit that an order lacks and answers the provider's page for it. Asking again for the same amount
 * gives the same payment. See docs/domain.md, section 5. @throws NotFound
 */
export const startPayment = command({
  name: "own-order.pay",
  caller: customers("storefront:buy", "storefront:pay"),
  input: StartPaymentInput,
  output: z.object({ page: z.string() }),
  refusals: refusals("nothing_missing", "not_payer", "payer_inactive", "no_provider", "no_answer"),
  prepare: requireDriver,
  async run({ tx, who: customer, prepared: driver }, { code }) {
    const order = await lockPayable(tx, customer, code);
    const missing = await missingFor(tx, customer, order);
    if (!missing.ok) return missing;
    const { currency } = order.row;
    const toPay = { for: { orderId: order.part.id }, amount: missing.value, currency };
    return ok(await openRequest(tx, customer, driver, toPay));
  },
  finish: ({ ctx }, { code }, request) => openPage(ctx, request, `Order ${code}`),
});

/** Locks the customer's own basket, or an order of their account that still waits. */
async function lockPayable(tx: Tx, { ctx, accountId, userId }: CustomerCtx, code: string) {
  const order = await lockOrder(tx, ctx, code);
  const { row, part } = order;
  const isOwn = row.accountId === accountId && (!isDraft(part.status) || row.basketUserId === userId);
  if (!isOwn) throw new NotFound("order", code);
  return order;
}

/** Returns the missing amount as an exact decimal. */
async function missingFor(
  tx: Tx,
  { ctx, accountId }: CustomerCtx,
  order: LoadedOrder,
): Promise<
  Result<string, Extract<PaymentRefusal, { reason: "nothing_missing" | "not_payer" | "payer_inactive" }>>
> {
  const { part, row } = order;
  if (isFinal(part.status.type)) return refuse({ reason: "nothing_missing" });
  if (row.billingTo.id !== accountId) return refuse({ reason: "not_payer", payer: row.billingTo.name });
  const gates = isDraft(part.status)
    ? await basketGates(tx, ctx, order)
    : (await ownGates(tx, ctx, order)).gates;
  if (gates.some((one) => one.gate === "inactive_account")) return refuse({ reason: "payer_inactive" });
  const gate = gates.find((one) => one.gate === "credit");
  return gate
    ? ok(formatAmount(payableMoney(gate.missing, row.currency), row.currency))
    : refuse({ reason: "nothing_missing" });
}

/** Returns the gates that would hold the basket if it were placed now. */
async function basketGates(tx: Tx, ctx: Ctx, { tree, part, row }: LoadedOrder): Promise<Gate[]> {
  const primary = { ...part, items: await atCurrentPrices(tx, ctx, part.items) };
  const credit = await loadCredit(tx, ctx, row.billingTo.id);
  return gatesOf({ ...tree, primary }, primary, partiesOf(row, credit));
}
