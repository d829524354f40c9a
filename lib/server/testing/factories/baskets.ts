import "server-only";
import { addToBasket } from "../../storefront/basket/commands/add-to-basket";
import { placeOrder } from "../../storefront/basket/commands/place-order";
import { getBasket } from "../../storefront/basket/queries/get-basket";
import type { CustomerCtx } from "../../storefront/customer";
import { value } from "./basics";

/** The basket that a customer has. */
export async function basketOf(customer: CustomerCtx) {
  const basket = await getBasket(customer);
  if (!basket) throw new Error("No basket");
  return basket;
}

/** What the customer agrees to: the basket as it is shown. */
export async function seenBasket(customer: CustomerCtx) {
  const { code, version, totals } = await basketOf(customer);
  return { code, version, total: totals.finalPrice };
}

/** Has the customer place the basket as it is shown. */
export async function placeBasket(customer: CustomerCtx) {
  return placeOrder(customer, await seenBasket(customer));
}

/** Has the customer buy a product, alone. */
export async function buy(customer: CustomerCtx, productId: string, quantity = 1) {
  value(await addToBasket(customer, { productId, quantity }));
  return value(await placeBasket(customer));
}
