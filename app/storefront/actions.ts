"use server";

import { action } from "@/lib/server/doors/action";
import { addToBasket } from "@/lib/server/storefront/basket/commands/add-to-basket";
import { changeBasketItem, removeFromBasket } from "@/lib/server/storefront/basket/commands/change-basket";
import { chooseExecutionDate } from "@/lib/server/storefront/basket/commands/choose-execution-date";
import { placeOrder } from "@/lib/server/storefront/basket/commands/place-order";
import { cancelOwnOrder } from "@/lib/server/storefront/orders/commands/cancel-own-order";
import { fillInValues } from "@/lib/server/storefront/orders/commands/fill-in-values";
import { rescheduleOrder } from "@/lib/server/storefront/orders/commands/reschedule-order";

export const addToBasketAction = action(addToBasket);
export const changeBasketItemAction = action(changeBasketItem);
export const removeFromBasketAction = action(removeFromBasket);
export const chooseExecutionDateAction = action(chooseExecutionDate);
export const rescheduleOrderAction = action(rescheduleOrder);
export const cancelOwnOrderAction = action(cancelOwnOrder);
export const fillInValuesAction = action(fillInValues);
export const placeOrderAction = action(placeOrder);
