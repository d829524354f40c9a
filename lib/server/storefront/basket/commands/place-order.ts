import "server-only";
import type { Gate } from "@/lib/domain/order/holds/gates";
import { isDraft } from "@/lib/domain/order-status/combination";
import { pickStatus } from "@/lib/domain/order-status/pick";
import { systemCombinations } from "@/lib/domain/order-status/system-statuses";
import { planSchedule } from "@/lib/domain/scheduling/schedule";
import type { BasketRefusal } from "@/lib/domain/storefront/basket";
import { type CheckoutPlan, type CheckoutRefusal, planCheckout } from "@/lib/domain/storefront/checkout";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import { PlaceOrderInput } from "@/lib/schemas/storefront";
import type { Tx } from "../../../kernel/db";
import { command } from "../../../kernel/definition/command";
import { refusals } from "../../../kernel/definition/refusals";
import { NotFound } from "../../../kernel/errors";
import { record } from "../../../kernel/record";
import { executeLocked, recordNotExecuted } from "../../../orders/commands/execute-order";
import { itemSummary } from "../../../orders/tree/items";
import { type LoadedOrder, lockOrder } from "../../../orders/tree/load";
import { loadStatuses, type StatusRow } from "../../../orders/tree/statuses";
import { inPlace, inStatus, withStatus } from "../../../orders/tree/write";
import { startSchedule } from "../../../scheduling/schedule-order";
import { type CustomerCtx, customers } from "../../customer";
import { executeSubmitted, GoesOn, type Tried, tried } from "../../execute-submitted";
import { lockBuyer } from "../../lock-buyer";
import { triedProducts } from "../../trials";
import { atCurrentPrices, type PricedItem } from "../prices";
import { inOrder, writeBasket } from "../write";

/**
 * Places the order of a basket in one transaction: it is executed at once unless a gate holds it, waits for its day, or goes
 * to the reseller. A second click or tab gets the order that is already placed. See docs/domain.md, section 5, "Checkout".
 * @throws NotFound
 */
export const placeOrder = command({
  name: "basket.place",
  caller: customers("storefront:buy"),
  input: PlaceOrderInput,
  output: GoesOn,
  refusals: refusals(
    "does_not_mix",
    "too_many_items",
    "too_many_units",
    "basket_too_large",
    "trial_had",
    "trial_limits",
    "not_in_basket",
    "invalid_input",
    "buyer_inactive",
    "basket_empty",
    "basket_changed",
    "not_on_that_day",
    "not_sold_any_more",
    "price_changed",
  ),
  async run({ tx, ctx, who: customer }, { code, version, total }) {
    const basket = await lockOrder(tx, ctx, code);
    if (basket.row.accountId !== customer.accountId) throw new NotFound("basket", code);
    if (!isDraft(basket.part.status)) return ok<Tried>({ code, heldBy: [], unanswered: false });
    if (basket.row.basketUserId !== customer.userId) throw new NotFound("basket", code);

    const terms = await agree(tx, customer, basket, { version, total });
    if (!terms.ok) return terms;
    const placed = await submit(tx, customer, basket, terms.value);
    return ok(await goOn(tx, customer, placed, terms.value));
  },
  finish: async ({ ctx }, _, placed) => ok(await executeSubmitted(ctx, placed)),
});

type Terms = {
  plan: CheckoutPlan;
  items: readonly PricedItem[];
  billingToId: string;
  /** Holds the day of execution and the moment it begins; null is at once. */
  scheduled: { day: string; due: Date } | null;
};

/** Returns the terms at which the order is placed, if the customer saw them. */
async function agree(
  tx: Tx,
  customer: CustomerCtx,
  { part, row, tree }: LoadedOrder,
  seen: { version: number; total: string },
): Promise<Result<Terms, CheckoutRefusal | BasketRefusal>> {
  const { ctx, accountId } = customer;
  const account = await lockBuyer(tx, customer);
  const items = await atCurrentPrices(tx, ctx, part.items);
  const productIds = items.map(({ productId }) => productId);
  const tried = await triedProducts(tx, customer, productIds);
  const { currency, version } = row;
  const plan = planCheckout({ currency, items, version, seen, account, tried });
  if (!plan.ok) return plan;

  const terms = { plan: plan.value, items, billingToId: account.billingToId ?? accountId };
  const day = tree.schedule?.day;
  if (!day) return ok({ ...terms, scheduled: null });
  const { now, timeZone } = ctx;
  const due = planSchedule({ ...part, items }, { day, now, timeZone, throughReseller: account.hasReseller });
  if (!due.ok) return refuse({ reason: "not_on_that_day", refusal: due.refusal });
  return ok({ ...terms, scheduled: { day, due: due.value } });
}

type Placed = { order: LoadedOrder; statuses: readonly StatusRow[] };

/** Turns the basket into an order at these terms and answers it. */
async function submit(
  tx: Tx,
  { ctx }: CustomerCtx,
  basket: LoadedOrder,
  { plan, items, billingToId }: Terms,
): Promise<Placed> {
  const statuses = await loadStatuses(tx, ctx);
  const status = pickStatus(statuses, systemCombinations[plan]);
  await writeBasket(tx, ctx, basket, items, {
    ...withStatus(status),
    basketUserId: null,
    billingToId,
    orderDate: ctx.now,
  });
  await record(tx, ctx, [
    {
      orderId: basket.part.id,
      kind: "order.placed",
      statusLabel: status.description,
      before: { status: basket.row.status.description },
      after: { status: status.description, items: items.map(itemSummary) },
    },
  ]);
  // The payer was loaded before its account was locked, so that it can be another one by now.
  if (basket.row.billingTo.id !== billingToId)
    return { order: await lockOrder(tx, ctx, basket.part.code), statuses };
  const part = { ...basket.part, items: inOrder(items) };
  const row = { ...basket.row, basketUserId: null, orderDate: ctx.now };
  return { order: inStatus(inPlace(basket, part, row), status), statuses };
}

/**
 * Lets the order wait for its day or for the reseller, or executes it unless a gate holds it, and tells the customer which.
 */
async function goOn(
  tx: Tx,
  { ctx }: CustomerCtx,
  { order, statuses }: Placed,
  { plan, scheduled }: Terms,
): Promise<Tried> {
  const { code } = order.part;
  if (scheduled) {
    await startSchedule(tx, ctx, order, scheduled.day, scheduled.due);
    return { code, heldBy: [], unanswered: false };
  }
  if (plan === "pendingApproval") {
    const approval: Gate = { gate: "approval", reseller: order.row.account.reseller };
    await recordNotExecuted(tx, ctx, order, { since: "placed", gates: [approval] });
    return { code, heldBy: [approval], unanswered: false };
  }
  return tried(code, await executeLocked(tx, ctx, { order, statuses, since: "placed" }, {}));
}
