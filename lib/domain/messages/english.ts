import type { ToldHold } from "./holds";
import type { AfterPayment } from "./message";
import type { HoldWords, Template, Words } from "./template";

const afterPayment: Record<AfterPayment, (order: string) => string> = {
  invoice: () => "It pays the invoice. You need to do nothing else.",
  order_it: () => "We keep the amount for your basket. Place the order and it pays for it.",
  execute: () => "We are now processing your order and confirm it with the invoice.",
  on_its_day: () => "We keep the amount for this order and use it on the day you have chosen.",
  approval: () => "We keep the amount for this order and use it once your reseller approves the order.",
  waits: () =>
    "We keep the amount for this order. The order still waits for something else: its page says what.",
  credit: (order) =>
    `Order ${order} does not need it any more. It pays your oldest open invoices, and the rest is credit on your account.`,
};

const holdWords: HoldWords = {
  approval: () => "Your reseller has to approve it.",
  credit: ({ missing }, { money }) =>
    missing
      ? `It is ${money(missing)} over your available credit.`
      : "It is over the available credit of the account that pays for it.",
  configuration: ({ values = [] }) => `We need from you: ${values.join(", ")}.`,
  subscription: ({ products = [] }) =>
    `The subscription to ${products.join(", ")} has ended. We contact you about it.`,
  not_sold: ({ products = [] }) =>
    `We no longer sell ${products.join(", ")}. We contact you about a replacement.`,
  vendor: ({ products = [] }) => `Our supplier has to confirm ${products.join(", ")}.`,
  credit_check: () => "The credit check is not complete.",
  inactive_account: () => "The account is not active. Please contact us.",
  non_automatic: ({ products = [] }) => `Our staff set up ${products.join(", ")} for you.`,
};

/** Returns one paragraph with a line for each hold. */
function waitsFor(lead: string, holds: readonly ToldHold[], words: Words): string[] {
  if (holds.length === 0) return [];
  return [[lead, ...holds.map((hold) => `- ${holdWords[hold.gate](hold, words)}`)].join("\n")];
}

export const english: Template = {
  greeting: (recipient) => `Dear ${recipient},`,
  ordered: "Your order",
  total: "Total including tax",
  open: "Open the order",
  closing: "Kind regards",
  messages: {
    confirmation: ({ order, holds = [] }, words) => ({
      subject: `We received your order ${order}`,
      paragraphs: [
        `Thank you for your order ${order}.`,
        ...(holds.length > 0
          ? [...waitsFor("It waits for the following:", holds, words), "We tell you when it is complete."]
          : ["We are working on it and tell you when it is complete."]),
      ],
    }),
    submitted_without_credit: ({ order, missing, payable }, { money }) => ({
      subject: `Your order ${order} waits for a payment`,
      paragraphs: [
        `Thank you for your order ${order}. It is ${missing ? `${money(missing)} ` : ""}over the available credit, so we have not completed or invoiced it yet.`,
        payable && missing
          ? "Pay the difference on the order's page. We then complete the order automatically."
          : "We complete it once there is enough credit.",
      ],
    }),
    scheduled: ({ order, day = "" }, words) => ({
      subject: `Your order ${order} is scheduled for ${words.day(day)}`,
      paragraphs: [
        `We execute your order ${order} on ${words.day(day)}, at the prices of that day.`,
        "You can change the date or cancel the order until then.",
      ],
    }),
    schedule_failed: ({ order, day = "", holds = [], reason, missing, payable, retried }, words) => ({
      subject: `We could not complete order ${order}`,
      paragraphs: [
        `Order ${order} was scheduled for ${words.day(day)}, but we could not complete it.`,
        ...(reason ? [reason] : waitsFor("It waits for the following:", holds, words)),
        ...(payable && missing
          ? ["Pay the difference on the order's page. We then complete the order automatically."]
          : []),
        retried
          ? "We try again automatically during the next day."
          : "We do not try again automatically. Choose another date on the order's page, or contact us.",
      ],
    }),
    price_changed: ({ order, day = "", totalBefore = "0", total }, words) => ({
      subject: `The price of your scheduled order ${order} has changed`,
      paragraphs: [
        `You scheduled order ${order} for ${words.day(day)}, at the prices of that day. Our prices have changed since then.`,
        `The total was ${words.money(totalBefore)} and is now ${words.money(total)}.`,
      ],
    }),
    executed: ({ order, invoice }) => ({
      subject: `Your order ${order} is complete`,
      paragraphs: [
        `Your order ${order} is complete, and we are setting up what you ordered.`,
        ...(invoice ? [`Invoice ${invoice} covers it.`] : []),
      ],
    }),
    reversed: ({ order, creditNotes = [], released = "0", reason }, { money }) => ({
      subject: `We reversed your order ${order}`,
      paragraphs: [
        `We reversed your order ${order}. The services that it started end today.`,
        `Credit note ${creditNotes.join(", ")} takes back its invoice.${Number(released) > 0 ? ` You had paid ${money(released)}, which is now credit on your account.` : ""}`,
        ...(reason ? [`We were told this reason: ${reason}`] : []),
      ],
    }),
    approval_wanted: ({ order, account }) => ({
      subject: `Order ${order} of ${account} waits for your approval`,
      paragraphs: [`${account} placed order ${order}. Approve or cancel it in the Storefront.`],
    }),
    approved: ({ order, reason }) => ({
      subject: `Your reseller approved your order ${order}`,
      paragraphs: [
        `Your reseller approved your order ${order}.`,
        ...(reason ? [`Your reseller says: ${reason}`] : []),
      ],
    }),
    payment_received: ({ order, paid = "0", next = "credit" }, { money }) => ({
      subject: `We received ${money(paid)} for order ${order}`,
      paragraphs: [
        `We received your payment of ${money(paid)} for order ${order}.`,
        afterPayment[next](order),
      ],
    }),
    cancelled: ({ order, reason }) => ({
      subject: `Your order ${order} is canceled`,
      paragraphs: [
        `Your order ${order} is canceled. We neither deliver nor invoice what was still open.`,
        ...(reason ? [`The reason is: ${reason}`] : []),
      ],
    }),
    trial_ends: ({ order, day = "", lines }, words) => {
      const products = lines.map(({ product }) => product).join(", ");
      return {
        subject: `Order ${order}: your free trial of ${products} ends on ${words.day(day)}`,
        paragraphs: [
          `Your free trial of ${products} ends on ${words.day(day)}.`,
          "Order it before then to keep it. Otherwise we switch it off on that day, and you pay nothing.",
        ],
      };
    },
  },
};
