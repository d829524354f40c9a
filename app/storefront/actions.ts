"use server";

import { describeFillInRefusal, type FillInRefusal } from "@/lib/domain/order/fill-in";
import { describeRefusal, type OrderRefusal } from "@/lib/domain/order/refusal";
import { type BasketRefusal, describeBasketRefusal } from "@/lib/domain/storefront/basket";
import { type CheckoutRefusal, describeCheckoutRefusal } from "@/lib/domain/storefront/checkout";
import { action } from "@/lib/server/doors/action";
import { addToBasket } from "@/lib/server/storefront/basket/commands/add-to-basket";
import { changeBasketItem, removeFromBasket } from "@/lib/server/storefront/basket/commands/change-basket";
import { chooseExecutionDate } from "@/lib/server/storefront/basket/commands/choose-execution-date";
import { placeOrder } from "@/lib/server/storefront/basket/commands/place-order";
import { cancelOwnOrder } from "@/lib/server/storefront/orders/commands/cancel-own-order";
import { fillInValues } from "@/lib/server/storefront/orders/commands/fill-in-values";
import { rescheduleOrder } from "@/lib/server/storefront/orders/commands/reschedule-order";

export const addToBasketAction = action(addToBasket, basketWords);
export const changeBasketItemAction = action(changeBasketItem, basketWords);
export const removeFromBasketAction = action(removeFromBasket, basketWords);
export const chooseExecutionDateAction = action(chooseExecutionDate, orderWords);
export const rescheduleOrderAction = action(rescheduleOrder, orderWords);
export const cancelOwnOrderAction = action(cancelOwnOrder, orderWords);
export const fillInValuesAction = action(fillInValues, fillInWords);
export const placeOrderAction = action(placeOrder, checkoutWords);

function basketWords(refusal: BasketRefusal, locale: string) {
  return { message: describeBasketRefusal(refusal, locale) };
}

function orderWords(refusal: OrderRefusal, locale: string) {
  return { message: describeRefusal(refusal, locale) };
}

function checkoutWords(refusal: CheckoutRefusal, locale: string) {
  return { message: describeCheckoutRefusal(refusal, locale) };
}

function fillInWords(refusal: FillInRefusal | OrderRefusal, locale: string) {
  const message = describeFillInRefusal(refusal, locale);
  if (refusal.reason !== "invalid_input") return { message };
  return {
    message,
    problems: refusal.problems.map(({ path, message }) => ({ path: path.join("."), message })),
  };
}
