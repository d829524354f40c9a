import "server-only";
import { lineAmounts, orderTotals } from "@/lib/domain/order/amounts/totals";
import { describeRefusal } from "@/lib/domain/order/holds/refusal-told";
import { gatesOf } from "@/lib/domain/order/moves/execution";
import type { ItemType, OrderPart, Schedule } from "@/lib/domain/order/tree/order";
import type { BillingPeriod } from "@/lib/domain/product";
import { executionDays, planSchedule } from "@/lib/domain/scheduling/schedule";
import { type Recurring, recurringOf } from "@/lib/domain/storefront/due";
import { type Hold, holdsAs } from "@/lib/domain/storefront/hold";
import type { Address } from "@/lib/domain/values/address";
import { formatAmount } from "@/lib/domain/values/money";
import type { ValueKinds } from "@/lib/domain/values/value-kind";
import { loadCredit } from "../../../billing/credit";
import { config } from "../../../kernel/config";
import type { Ctx } from "../../../kernel/ctx";
import { read } from "../../../kernel/db";
import { nothing, query } from "../../../kernel/definition/query";
import { loadOrder } from "../../../orders/tree/load";
import { partiesOf } from "../../../orders/tree/trees";
import { customers } from "../../customer";
import { ownRows } from "../../own-rows";
import { basketCode } from "../open";
import { atCurrentPrices } from "../prices";

export type BasketItem = {
  id: string;
  productCode: string;
  description: string;
  itemType: ItemType;
  billingPeriod: BillingPeriod;
  quantity: number;
  /** Holds the price per unit without tax. */
  unitPrice: string;
  discountPercent: string;
  /** Holds the price of all its units without tax, after the discount. */
  net: string;
  configuration: Record<string, string>;
  /** Names the values that the product requires, filled in or not. */
  requiredConfiguration: string[];
  valueKinds: ValueKinds;
  /** Tells whether the product is still sold. Otherwise it must be removed before the order can be placed. */
  sold: boolean;
};

/** Holds the customer's basket. Amounts are exact decimals in the currency. */
export type Basket = {
  code: string;
  /** Holds the version, which every change raises, so that an order is placed for what the customer saw. */
  version: number;
  currency: string;
  items: BasketItem[];
  /** Holds what is due when its order is executed. */
  totals: Record<"net" | "tax" | "finalPrice", string>;
  /** Holds what it costs again in each billing period. */
  recurring: ({ period: Recurring["period"] } & Record<"net" | "tax" | "total", string>)[];
  /** Tells whether our staff executes its order. Such a basket holds nothing else. */
  nonAutomatic: boolean;
  /** Holds the payer. The address and VAT ID of another account are hidden from the customer. */
  billingTo: { name: string; other: boolean; address: Address | null; vatId: string | null };
  /** Names the reseller who approves its order first. */
  approvedBy: string | null;
  schedule: BasketSchedule;
  /** Holds the missing credit that would hold its order, as far as it is known in advance. */
  credit: Hold | null;
  /** Holds the reason that its order would wait because the payer is inactive. */
  payerInactive: Hold | null;
  /** Tells whether the account itself is inactive, so that it cannot order anything. */
  accountInactive: boolean;
  /** Tells whether the customer can pay the missing amount here. */
  mayPay: boolean;
};

/** Holds when the basket can be executed. Days are calendar days of the customer's time zone. */
export type BasketSchedule = {
  /** Holds the day chosen for its execution; null is at once. */
  day: string | null;
  /** Holds the first day that can be chosen. */
  first: string;
  last: string;
  /** Holds why it cannot be executed on the chosen day, or on any day if none is chosen. */
  problem: string | null;
};

/** Returns the customer's basket at current prices, or null if there is none. */
export const getBasket = query({
  name: "basket.get",
  caller: customers("storefront:buy"),
  input: nothing,
  async run({ who: customer }): Promise<Basket | null> {
    const code = await basketCode(customer);
    if (code === null) return null;
    const { tree, part, row } = await loadOrder(read(customer.ctx), customer.ctx, code);
    const items = await atCurrentPrices(read(customer.ctx), customer.ctx, part.items);
    const totals = orderTotals(items, row.currency);
    const [account, credit] = await Promise.all([
      ownRows(customer).account.findFirstOrThrow({
        select: {
          orderApproval: true,
          resellerId: true,
          street: true,
          postalCode: true,
          city: true,
          region: true,
          country: true,
          vatId: true,
          reseller: { select: { name: true } },
        },
      }),
      loadCredit(read(customer.ctx), customer.ctx, row.billingTo.id),
    ]);
    const { street, postalCode, city, region, country, vatId } = account;
    const after = { ...tree, primary: { ...part, items } };
    const approvedBy = account.orderApproval ? (account.reseller?.name ?? null) : null;
    const byOurselves = config().paymentDriver && !items.some(({ nonAutomatic }) => nonAutomatic);
    const now = byOurselves && row.billingTo.id === customer.accountId ? "itself" : "staff";
    const executor = approvedBy ? "reseller" : tree.schedule ? "scheduler" : now;
    const gates = gatesOf(after, after.primary, partiesOf(row, credit));
    const holds = holdsAs(gates, customer.accountId, executor, customer.ctx.locale);
    const holdBy = (gate: Hold["gate"]) => holds.find((hold) => hold.gate === gate) ?? null;
    const money = (value: Parameters<typeof formatAmount>[0]) => formatAmount(value, row.currency);
    return {
      code,
      version: row.version,
      currency: row.currency,
      items: items.map((item) => ({
        id: item.id,
        productCode: item.productCode,
        description: item.description,
        itemType: item.itemType,
        billingPeriod: item.billingPeriod,
        quantity: item.quantity,
        unitPrice: money(item.unitPrice),
        discountPercent: item.discountPercent.toFixed(),
        net: money(lineAmounts(item, item.quantity, row.currency).net),
        configuration: { ...item.configuration },
        requiredConfiguration: [...item.requiredConfiguration],
        valueKinds: item.valueKinds,
        sold: item.sold,
      })),
      totals: {
        net: money(totals.net),
        tax: money(totals.tax),
        finalPrice: money(totals.finalPrice),
      },
      recurring: recurringOf(items, row.currency).map(({ period, net, tax, total }) => ({
        period,
        net: money(net),
        tax: money(tax),
        total: money(total),
      })),
      nonAutomatic: items.some(({ nonAutomatic }) => nonAutomatic),
      billingTo:
        row.billingTo.id === customer.accountId
          ? {
              name: row.billingTo.name,
              other: false,
              address: { street, postalCode, city, region, country },
              vatId,
            }
          : { name: row.billingTo.name, other: true, address: null, vatId: null },
      approvedBy,
      schedule: scheduleOf(customer.ctx, { ...part, items }, tree.schedule, account.resellerId !== null),
      credit: holdBy("credit"),
      payerInactive: row.account.active ? holdBy("inactive_account") : null,
      accountInactive: !row.account.active,
      mayPay: config().paymentDriver !== null,
    };
  },
});

function scheduleOf(
  { now, timeZone, locale }: Ctx,
  part: OrderPart,
  schedule: Schedule | null,
  throughReseller: boolean,
): BasketSchedule {
  const days = executionDays(now, timeZone);
  const day = schedule?.day ?? null;
  const plan = planSchedule(part, { day: day ?? days.first, now, timeZone, throughReseller });
  return { day, ...days, problem: plan.ok ? null : describeRefusal(plan.refusal, locale) };
}

/** Returns the number of products in the basket, for the shop's header. */
export const basketSize = query({
  name: "basket.size",
  caller: customers("storefront:buy"),
  input: nothing,
  async run({ who: customer }): Promise<number> {
    const basket = await ownRows(customer).order.findFirst({
      where: { basketUserId: customer.userId },
      select: { itemCount: true },
    });
    return basket?.itemCount ?? 0;
  },
});
