import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { lineTooLarge } from "@/lib/domain/order/tree/size";
import { withItem } from "@/lib/domain/storefront/basket";
import { ok, refuse } from "@/lib/domain/values/result";
import { AddToBasketInput } from "@/lib/schemas/storefront";
import { command } from "../../../kernel/definition/command";
import { refusals } from "../../../kernel/definition/refusals";
import { resolveItems } from "../../../orders/tree/items";
import { customers } from "../../customer";
import { triedProducts } from "../../trials";
import { findBasket, openBasket } from "../open";
import { atCurrentPrices } from "../prices";
import { writeBasket } from "../write";

/**
 * Puts a product into the customer's basket: as a new item, a trial, or more units of a subscription that the account has.
 * See docs/domain.md, section 5.
 */
export const addToBasket = command({
  name: "basket.add",
  caller: customers("storefront:buy"),
  input: AddToBasketInput,
  output: z.object({ product: z.string(), units: z.number() }),
  refusals: refusals(
    "does_not_mix",
    "too_many_items",
    "too_many_units",
    "basket_too_large",
    "trial_had",
    "trial_limits",
    "not_in_basket",
    "invalid_input",
  ),
  prepare: async ({ who, rehearsed }) => ok(await findBasket(who, rehearsed)),
  async run({ tx, ctx, who: customer, prepared: found }, input) {
    const { accountId } = customer;
    const basket = await openBasket(tx, customer, found);
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
    if (lineTooLarge(priced) !== null) return refuse({ reason: "basket_too_large" });
    await writeBasket(tx, ctx, basket, priced);
    return ok({ product: item.description, units: input.quantity });
  },
});
