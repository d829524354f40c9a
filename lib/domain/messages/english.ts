import type { AfterPayment } from "./message";
import type { Template } from "./template";

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

export const english: Template = {
  greeting: (recipient) => `Dear ${recipient},`,
  ordered: "Your order",
  total: "Total including tax",
  open: "Open the order",
  closing: "Kind regards",
  messages: {
    confirmation: ({ order }) => ({
      subject: `Order ${order}: we have received it`,
      paragraphs: [`Thank you for your order ${order}. We carry it out and tell you when it is done.`],
    }),
    submitted_without_credit: ({ order, missing, payable }, { money }) => ({
      subject: `Order ${order} waits for credit`,
      paragraphs: [
        `Thank you for your order ${order}. It is not carried out yet, since it exceeds the available credit${missing ? ` by ${money(missing)}` : ""}.`,
        payable && missing
          ? "You can pay the difference on the order's page, and we then carry it out automatically. Nothing has been invoiced."
          : "Our staff carry it out once the difference is paid. Nothing has been invoiced.",
      ],
    }),
    scheduled: ({ order, day = "" }, words) => ({
      subject: `Order ${order} is scheduled for ${words.day(day)}`,
      paragraphs: [
        `Your order ${order} is executed on ${words.day(day)}, at the prices of that day.`,
        "Until then you can change the date or cancel the order.",
      ],
    }),
    schedule_failed: ({ order, day = "", reason, retried }, words) => ({
      subject: `Order ${order} could not be executed`,
      paragraphs: [
        `Order ${order} was scheduled for ${words.day(day)} and could not be executed.`,
        ...(reason ? [reason] : []),
        retried
          ? "It is tried again by itself."
          : "It is not tried again by itself: our staff look after it.",
      ],
    }),
    executed: ({ order, invoice }) => ({
      subject: `Order ${order} is executed`,
      paragraphs: [
        `Your order ${order} is executed, and what you ordered is being set up.`,
        ...(invoice ? [`It is charged by invoice ${invoice}.`] : []),
      ],
    }),
    approval_wanted: ({ order, account }) => ({
      subject: `Order ${order} of ${account} waits for your approval`,
      paragraphs: [`${account} has placed order ${order}. Approve or cancel it in the Storefront.`],
    }),
    approved: ({ order, reason }) => ({
      subject: `Order ${order} is approved`,
      paragraphs: [
        `Your reseller has approved your order ${order}.`,
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
      subject: `Order ${order} is cancelled`,
      paragraphs: [
        `Order ${order} is cancelled. What was not executed by then is neither delivered nor invoiced.`,
        ...(reason ? [`The reason: ${reason}`] : []),
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
