import "server-only";
import { addToBasket } from "../../storefront/basket/commands/add-to-basket";
import { placeOrder } from "../../storefront/basket/commands/place-order";
import { getBasket } from "../../storefront/basket/queries/get-basket";
import type { CustomerCtx } from "../../storefront/customer";
import { value } from "./basics";

/** Returns the basket of a customer. */
export async function basketOf(customer: CustomerCtx) {
  const basket = await getBasket(customer);
  if (!basket) throw new Error("No basket");
  return basket;
}

/** Returns what the customer agrees to: the basket as it is shown. */
export async function seenBasket(customer: CustomerCtx) {
  const { code, version, totals } = await basketOf(customer);
  return { code, version, total: totals.finalPrice };
}

/** Lets the customer place the basket as it is shown. */
export async function placeBasket(customer: CustomerCtx) {
  return placeOrder(customer, await seenBasket(customer));
}

/** Lets the customer buy this product alone. */
export async function buy(customer: CustomerCtx, productId: string, quantity = 1) {
  value(await addToBasket(customer, { productId, quantity }));
  return value(await placeBasket(customer));
}
