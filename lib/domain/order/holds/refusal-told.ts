import { say, type Words } from "../../refusing/words";
import { reasonOf } from "./reason";
import type { OrderRefusal } from "./refusal";
import { orderWords } from "./refusal-words";

/** Tells why a command on an order changed nothing, with what its gates say. */
export const orderRefusalWords: Words<OrderRefusal> = {
  ...orderWords,
  held: (refusal, locale) => `The order was not executed and stays as it was. ${reasonOf(refusal, locale)}`,
};

/** Returns what a person is told, with days and amounts as the reader writes them. */
export function describeRefusal(refusal: OrderRefusal, locale: string): string {
  return say(orderRefusalWords, refusal, locale);
}
