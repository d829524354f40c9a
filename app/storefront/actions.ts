"use server";

import { describeFillInRefusal } from "@/lib/domain/order/fill-in";
import { describeRefusal, type OrderRefusal } from "@/lib/domain/order/refusal";
import { type BasketRefusal, describeBasketRefusal } from "@/lib/domain/storefront/basket";
import { describeCheckoutRefusal } from "@/lib/domain/storefront/checkout";
import type {
  AddToBasketInput,
  CancelOwnOrderInput,
  ChangeBasketItemInput,
  ChooseExecutionDateInput,
  FillInValuesInput,
  PlaceOrderInput,
  RemoveFromBasketInput,
  RescheduleOrderInput,
} from "@/lib/schemas/storefront";
import type { RefusalWords } from "@/lib/server/doors/action";
import { addToBasket } from "@/lib/server/storefront/basket/add";
import { changeBasketItem, removeFromBasket } from "@/lib/server/storefront/basket/change";
import { cancelOwnOrder } from "@/lib/server/storefront/orders/cancel";
import { fillInValues } from "@/lib/server/storefront/orders/fill-in";
import { placeOrder } from "@/lib/server/storefront/place";
import { chooseExecutionDate } from "@/lib/server/storefront/schedule/choose";
import { rescheduleOrder } from "@/lib/server/storefront/schedule/reschedule";
import { runCustomerAction } from "@/lib/server/storefront/session";

export async function addToBasketAction(input: AddToBasketInput) {
  return runCustomerAction((customer) => addToBasket(customer, input), words);
}

export async function changeBasketItemAction(input: ChangeBasketItemInput) {
  return runCustomerAction((customer) => changeBasketItem(customer, input), words);
}

export async function removeFromBasketAction(input: RemoveFromBasketInput) {
  return runCustomerAction((customer) => removeFromBasket(customer, input), words);
}

export async function chooseExecutionDateAction(input: ChooseExecutionDateInput) {
  return runCustomerAction((customer) => chooseExecutionDate(customer, input), orderWords);
}

export async function rescheduleOrderAction(input: RescheduleOrderInput) {
  return runCustomerAction((customer) => rescheduleOrder(customer, input), orderWords);
}

export async function cancelOwnOrderAction(input: CancelOwnOrderInput) {
  return runCustomerAction((customer) => cancelOwnOrder(customer, input), orderWords);
}

export async function fillInValuesAction(input: FillInValuesInput) {
  return runCustomerAction(
    (customer) => fillInValues(customer, input),
    (refusal, locale) => ({
      message: describeFillInRefusal(refusal, locale),
      problems:
        refusal.reason === "invalid_input"
          ? refusal.problems.map(({ path, message }) => ({ path: path.join("."), message }))
          : [],
    }),
  );
}

export async function placeOrderAction(input: PlaceOrderInput) {
  return runCustomerAction(
    (customer) => placeOrder(customer, input),
    (refusal, locale) => ({ message: describeCheckoutRefusal(refusal, locale) }),
  );
}

function orderWords(refusal: OrderRefusal, locale: string): RefusalWords {
  return { message: describeRefusal(refusal, locale) };
}

function words(refusal: BasketRefusal, locale: string): RefusalWords {
  return { message: describeBasketRefusal(refusal, locale) };
}
