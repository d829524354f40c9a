import "server-only";
import { isDraft } from "@/lib/domain/order-status/combination";
import { pickStatus } from "@/lib/domain/order-status/pick";
import { systemCombinations } from "@/lib/domain/order-status/system-statuses";
import { ok, type Result, refuse } from "@/lib/domain/result";
import { planSchedule } from "@/lib/domain/schedule";
import { type CheckoutRefusal, planCheckout } from "@/lib/domain/storefront/checkout";
import { PlaceOrderInput } from "@/lib/schemas/storefront";
import { requirePermission } from "../ctx";
import { sql, type Tx } from "../db";
import { NotFound } from "../errors";
import { recordHistory } from "../history";
import { messageToAccount, messageToReseller } from "../messages/queue";
import { executeWithin } from "../orders/execute";
import { itemSummary } from "../orders/items";
import { lockOrder } from "../orders/load";
import { loadStatuses } from "../orders/statuses";
import { statusColumns } from "../orders/write";
import { startSchedule } from "../scheduling/schedule-order";
import { transaction } from "../transaction";
import { atCurrentPrices } from "./basket/prices";
import { writeBasket } from "./basket/write";
import type { CustomerCtx } from "./customer";
import { executeSubmitted, type GoesOn, type Tried, tried } from "./execute-submitted";
import { tellCreditMissing } from "./tell-credit-missing";
import { triedProducts } from "./trials";

/**
 * Places the order of a basket, as one transaction: it becomes Submitted and is executed at once unless a gate holds
 * it, waits for its execution date, or goes to the reseller. Placed again, by a second click or tab, it answers the order that is there already.
 * See docs/domain.md, section 5, "Checkout".
 */
export async function placeOrder(
  customer: CustomerCtx,
  raw: unknown,
): Promise<Result<GoesOn, CheckoutRefusal>> {
  requirePermission(customer.ctx, "storefront:use");
  const { code, version, total } = PlaceOrderInput.parse(raw);

  const placed = await transaction(customer.ctx, async (tx): Promise<Result<Tried, CheckoutRefusal>> => {
    const { ctx, accountId, userId } = customer;
    const basket = await lockOrder(tx, ctx, code);
    if (basket.row.accountId !== accountId) throw new NotFound("basket", code);
    if (!isDraft(basket.part.status)) return ok({ code, heldBy: [], unanswered: false });
    if (basket.row.basketUserId !== userId) throw new NotFound("basket", code);

    const account = await lockAccount(tx, customer);
    const items = await atCurrentPrices(tx, ctx, basket.part.items);
    const plan = planCheckout({
      currency: basket.row.currency,
      items,
      version: basket.row.version,
      seen: { version, total },
      account,
      tried: await triedProducts(
        tx,
        customer,
        items.map(({ productId }) => productId),
      ),
    });
    if (!plan.ok) return plan;

    const day = basket.tree.schedule?.day;
    const { now, timeZone } = ctx;
    const throughReseller = account.hasReseller;
    const due = day ? planSchedule({ ...basket.part, items }, { day, now, timeZone, throughReseller }) : null;
    if (due && !due.ok) return refuse({ reason: "not_on_that_day", refusal: due.refusal });

    const status = pickStatus(await loadStatuses(tx, ctx), systemCombinations[plan.value]);
    await writeBasket(tx, ctx, basket, items, {
      ...statusColumns(status),
      basketUserId: null,
      billingToId: account.billingToId ?? accountId,
      orderDate: ctx.now,
    });
    await recordHistory(tx, ctx, [
      {
        orderId: basket.part.id,
        event: "placed",
        statusLabel: status.description,
        before: { status: basket.row.status.description },
        after: { status: status.description, items: items.map(itemSummary) },
      },
    ]);
    const part = { ...basket.part, items };
    const order = { ...basket, part, tree: { ...basket.tree, primary: part } };
    if (day && due) {
      await startSchedule(tx, ctx, order, day, due.value);
      return ok({ code, heldBy: [], unanswered: false });
    }
    if (plan.value === "pendingApproval") {
      await messageToAccount(tx, ctx, "confirmation", order);
      await messageToReseller(tx, ctx, "approval_wanted", order);
      const { reseller } = basket.row.account;
      return ok({ code, heldBy: [{ gate: "approval", reseller }], unanswered: false });
    }
    const executed = await executeWithin(tx, ctx, { code });
    const placed = tried(code, executed);
    // One that is executed tells so itself.
    if (!executed.ok && !(await tellCreditMissing(tx, ctx, order, placed.heldBy))) {
      await messageToAccount(tx, ctx, "confirmation", order);
    }
    return ok(placed);
  });
  return placed.ok ? ok(await executeSubmitted(customer.ctx, placed.value)) : placed;
}

/**
 * Held to the end of the transaction, so that reseller and approval are what counts when the order is placed; together
 * with who pays, in the same order by everybody, since accounts may pay for each other.
 */
async function lockAccount(tx: Tx, { ctx, accountId }: CustomerCtx) {
  await tx.$queryRaw(sql`
    SELECT id FROM accounts
    WHERE organization_id = ${ctx.organizationId}::uuid AND (id = ${accountId}::uuid OR id = (
      SELECT billing_to_id FROM accounts WHERE organization_id = ${ctx.organizationId}::uuid AND id = ${accountId}::uuid))
    ORDER BY id FOR NO KEY UPDATE`);
  type Row = { active: boolean; hasReseller: boolean; orderApproval: boolean; billingToId: string | null };
  const [account] = await tx.$queryRaw<Row[]>(sql`
    SELECT active, reseller_id IS NOT NULL AS "hasReseller", order_approval AS "orderApproval",
      billing_to_id AS "billingToId"
    FROM accounts WHERE organization_id = ${ctx.organizationId}::uuid AND id = ${accountId}::uuid`);
  if (!account) throw new NotFound("account", accountId);
  return account;
}
