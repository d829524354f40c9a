import { formatNumber, longDay } from "../../format/format";
import type { OrderStatusType } from "../../order-status/combination";
import { fieldWords } from "../../refusing/field-words";
import { kernelWords } from "../../refusing/kernel-words";
import { say, type Words } from "../../refusing/words";
import type { OrderRefusal } from "./refusal";

/** Says how an order gets a status that users cannot set. */
function instead(type: OrderStatusType): string {
  if (type === "executing") return "Execute the order, or leave it to the scheduler.";
  if (type === "scheduled") return "The customer chooses an execution date when they order.";
  if (type === "cancelled")
    return "An order gets this status when its reseller cancels it in the Storefront.";
  return "An order has this status while it is a basket in the Storefront, or while it waits for its reseller.";
}

/**
 * Tells why a command on an order changed nothing. What gates say stands with them, since the scheduler's gate tells in
 * its turn why the scheduler did not execute an order.
 */
export const orderWords: Words<Exclude<OrderRefusal, { reason: "held" }>> = {
  ...kernelWords,
  already_executed: "This order has already been executed, so nothing changed.",
  already_cancelled: "This order is canceled, which is final, so nothing changed.",
  customers_draft:
    "This order is still the customer's draft. You can change it once the customer has submitted it.",
  waits_for_approval:
    "The order waits for its reseller, who approves what they see, so it can't be changed. The reseller can cancel it, and so can you.",
  scheduler_has_it:
    "The scheduler is executing this order. You can change it once the scheduler has finished or returned it.",
  not_with_scheduler:
    "The scheduler gave the order back before it was executed. It tries again, or a BSS user executes it.",
  not_scheduled: "The order does not wait for an execution date, so there is none to change.",
  resellers_customer:
    "Orders of a reseller's customers are not scheduled: the reseller decides when they are executed.",
  partly_executed:
    "Part of this order is executed already, so it can't be canceled here. Contact us about the rest.",
  not_schedulable: (refusal) =>
    refusal.items.map((item) => `${item.description} ${unschedulable[item.why]}.`).join(" "),
  priced_on_the_day: (refusal) =>
    `A scheduled order gets the prices of its day, so the unit price of ${refusal.products.join(", ")} would not stay. Give a discount instead, which stays.`,
  day_out_of_range: (refusal, locale) =>
    `Choose an execution date from ${longDay(refusal.first, locale)} to ${longDay(refusal.last, locale)}.`,
  unanswered: "The order changed while we asked others about it, so nothing was executed. Execute it again.",
  sub_order_of_sub_order: "A sub-order has no sub-orders of its own. Deliver from the primary order.",
  unknown_item: "One of the items is not in this order. Reload the order and select again.",
  quantity_not_left: (refusal, locale) =>
    refusal.items
      .map(
        (item) =>
          `You asked for ${formatNumber(item.asked, locale)} of ${item.description}, of which ${formatNumber(item.left, locale)} can still be delivered.`,
      )
      .join(" "),
  delivery_started:
    "Delivery has begun, so the products can no longer be changed. Name, note and status still can.",
  status_not_allowed:
    "This status is not set by users, is inactive, or belongs to another stage of the order.",
  status_not_settable: ({ status, type }) =>
    `You can’t give an order the status “${status}” yourself. ${instead(type)}`,
  not_executed: "The order is not executed, so there is nothing to reverse. Cancel an open order instead.",
  already_reversed: "This execution has already been reversed, so nothing changed.",
  moved_in: "The order was executed in another system before it moved in. Reverse it there.",
  executed_together: (refusal) =>
    `The order was executed together with ${refusal.code}, on invoice ${refusal.invoice}. Reverse ${refusal.code}.`,
  changed_since: (refusal) =>
    refusal.subscriptions
      .map(
        ({ description, orders }) =>
          `${description} was changed since by ${orders.join(", ")}. Reverse ${orders.length === 1 ? "that order" : "those orders"} first.`,
      )
      .join(" "),
  invalid_input: (refusal, locale) =>
    refusal.problems.map((problem) => say(fieldWords, problem, locale)).join(" "),
};

const unschedulable = {
  trial: "is a trial, which begins at once and cannot be scheduled",
  quantity_change: "changes a subscription, which happens at once and cannot be scheduled",
  non_automatic: "is executed by a person, who chooses the day, and cannot be scheduled",
} as const;
