import "server-only";
import { randomUUID } from "node:crypto";
import { lineTooLarge } from "@/lib/domain/order/size";
import { ok, type Result, refuse } from "@/lib/domain/result";
import { type BasketRefusal, withItem } from "@/lib/domain/storefront/basket";
import { AddToBasketInput } from "@/lib/schemas/storefront";
import { requirePermission } from "../../kernel/ctx";
import { transaction } from "../../kernel/transaction";
import { resolveItems } from "../../orders/tree/items";
import type { CustomerCtx } from "../customer";
import { triedProducts } from "../trials";
import { lockBasket, openBasket } from "./open";
import { atCurrentPrices } from "./prices";
import { writeBasket } from "./write";

/**
 * Puts a product into the customer's basket: new, to be tried, or as more units of a subscription that the account has.
 * See docs/domain.md, section 5.
 */
export async function addToBasket(
  customer: CustomerCtx,
  raw: unknown,
): Promise<Result<{ product: string; units: number }, BasketRefusal>> {
  requirePermission(customer.ctx, "storefront:use");
  const input = AddToBasketInput.parse(raw);
  const code = await openBasket(customer);

  return transaction(customer.ctx, async (tx) => {
    const { ctx, accountId } = customer;
    const basket = await lockBasket(tx, customer, code);
    const position = basket.part.items.length + 1;
    const resolved = await resolveItems(tx, ctx, accountId, [
      { input: { ...input, discountPercent: "0" }, index: 0, position },
    ]);
    const [item] = resolved.items;
    if (!item || resolved.problems.length > 0) {
      return refuse({ reason: "invalid_input", problems: resolved.problems });
    }
    if (item.itemType === "trial" && (await triedProducts(tx, customer, [item.productId])).length > 0) {
      return refuse({ reason: "trial_had", product: item.description });
    }
    const items = withItem(basket.part.items, { ...item, id: randomUUID() });
    if (!items.ok) return items;

    const priced = await atCurrentPrices(tx, ctx, items.value);
    if (lineTooLarge(priced) !== null) return refuse({ reason: "too_large" });
    await writeBasket(tx, ctx, basket, priced);
    return ok({ product: item.description, units: input.quantity });
  });
}
