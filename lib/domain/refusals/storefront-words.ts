import { formatMoney, formatNumber, formatPercent } from "../format/format";
import { describeRefusal } from "../order/holds/refusal-told";
import type { FillInRefusal } from "../order/moves/fill-in";
import { fieldWords } from "../refusing/field-words";
import { say, type Words } from "../refusing/words";
import type { ApprovalRefusal, SummarizedItem } from "../storefront/approval";
import { type BasketRefusal, basketLimits } from "../storefront/basket";
import type { CheckoutRefusal } from "../storefront/checkout";
import type { PaymentRefusal } from "../storefront/payment";
import { amount } from "../values/money";

/** Tells customers and resellers why nothing was done: docs/domain.md, section 5. */

export const basketWords: Words<BasketRefusal> = {
  does_not_mix: (refusal) =>
    refusal.nonAutomatic
      ? `${refusal.product} is set up by our staff and needs an order of its own. Place the order for what is in your basket first, or empty the basket.`
      : `What is in your basket is set up by our staff and needs an order of its own. Place that order first, or empty the basket, then add ${refusal.product}.`,
  too_many_items: () =>
    `A basket holds at most ${basketLimits.items} different products. Place this order first.`,
  too_many_units: (refusal, locale) =>
    `An order has at most ${formatNumber(basketLimits.units, locale)} of ${refusal.product}.`,
  basket_too_large: (_, locale) => say(fieldWords, { reason: "order_too_large", path: "" }, locale),
  trial_had: (refusal) =>
    `${refusal.product} can be tried once, and you have had it or are trying it already. You can buy it instead.`,
  trial_limits: (refusal, locale) =>
    refusal.offer
      ? `A trial of ${refusal.product} has at most ${formatNumber(refusal.offer.maxQuantity, locale)} units. Enter less, or buy it instead.`
      : `${refusal.product} can no longer be tried. Remove the trial from your basket, or buy it instead.`,
  not_in_basket: "This item is no longer in your basket. It may have been changed in another tab.",
};

export const checkoutWords: Words<CheckoutRefusal> = {
  buyer_inactive:
    "Nothing was ordered, since your account is not active. Your basket is kept. Contact us to have the account activated.",
  basket_empty: "Your basket is empty. Nothing was ordered.",
  basket_changed: "Your basket was changed in another tab. Nothing was ordered. Review it and try again.",
  not_on_that_day: (refusal, locale) =>
    `${describeRefusal(refusal.refusal, locale)} Nothing was ordered. Review your basket and try again.`,
  not_sold_any_more: (refusal) =>
    `We no longer sell ${refusal.products.join(", ")}, so nothing was ordered. Remove it from your basket.`,
  price_changed: (refusal, locale) =>
    `The price has changed: the total was ${formatMoney(refusal.was, refusal.currency, locale)} and is ${formatMoney(refusal.now, refusal.currency, locale)} now. Nothing was ordered. Review it and try again.`,
};

export const paymentWords: Words<PaymentRefusal> = {
  nothing_missing: "No credit is missing for this order any more. Nothing was charged.",
  invoice_paid: "This invoice is already paid, so nothing was charged.",
  not_payer: (refusal) => `${refusal.payer} is invoiced for this order and pays for it. Nothing was charged.`,
  payer_inactive:
    "Nothing was charged, since an account of this order is not active and the order waits. Contact us to have the account activated.",
  no_provider: "We don't take online payments. Contact us to pay.",
  no_answer: "The payment provider does not answer. Nothing was charged. Try again in a few minutes.",
};

export const fillInWords: Words<FillInRefusal> = {
  not_asked: "This order does not need that value any more. Nothing was changed.",
  filled_in: (refusal) =>
    refusal.value
      ? `Somebody has already entered “${refusal.value}” as ${refusal.name}. Contact us to have it changed.`
      : `The order does not need ${refusal.name} any more. Nothing was changed.`,
};

export const approvalWords: Words<ApprovalRefusal> = {
  not_waiting: (refusal) => `${decidedWords(refusal)} Nothing was changed.`,
  order_changed: (refusal, locale) =>
    `The order has changed since you opened it, so nothing was approved.${differences(refusal, locale)} Look at it again.`,
  reseller_inactive: "Your account is not active, so nothing was approved. Contact us to have it activated.",
};

function differences(
  { was, now, currency, lines }: ApprovalRefusal & { reason: "order_changed" },
  locale: string,
): string {
  const money = (value: string) => formatMoney(value, currency, locale);
  const total = was === now ? "" : ` The total was ${money(was)} and is now ${money(now)}.`;
  const words = (items: readonly SummarizedItem[]) =>
    items.map((item) => lineWords(item, currency, locale)).join(" and ") || "nothing";
  const changes = lines.map(
    ({ product, before, after }) => ` ${product}: ${words(before)} before, ${words(after)} now.`,
  );
  return total + changes.join("");
}

/** Writes a line as "2 × €10.00, less 5%, Domain name a.example". */
function lineWords(
  { quantity, configuration = {}, ...item }: SummarizedItem,
  currency: string,
  locale: string,
): string {
  const price = `${formatNumber(quantity, locale)} × ${formatMoney(amount(item.unitPrice).toFixed(), currency, locale)}`;
  const discount = amount(item.discountPercent);
  const less = discount.isZero() ? [] : [`less ${formatPercent(discount.toFixed(), locale)}`];
  const values = Object.entries(configuration).flatMap(([name, value]) =>
    value ? [`${name} ${value}`] : [],
  );
  return [price, ...less, ...values].join(", ");
}

function decidedWords({ status, decided }: ApprovalRefusal & { reason: "not_waiting" }): string {
  if (!decided) return `This order no longer waits for approval. It is “${status}”.`;
  const what = decided.what === "cancelled" ? "canceled" : decided.what;
  return `${decided.by} has already ${what} this order. It is “${status}”.`;
}
