import "server-only";
import { config } from "../kernel/config";
import type { TradeLine, TradeOrder } from "../orders/queries/trade-orders";

/** Is the path below which TM Forum's API for product orders stands. */
export const tmfBase = "/tmf-api/productOrderingManagement/v4";

/** Returns the address of a resource, as other systems reach it. */
export function hrefOf(resource: string, id: string): string {
  return `${config().publicUrl}${tmfBase}/${resource}/${encodeURIComponent(id)}`;
}

/** Tells an order as TMF622 v4 names its fields. Its amounts are numbers there, which are for people to read. */
export function productOrderOf(order: TradeOrder) {
  const { code, currency, account, billingTo, canceled } = order;
  return {
    id: code,
    href: hrefOf("productOrder", code),
    "@type": "ProductOrder",
    state: order.state,
    orderDate: order.orderDate,
    ...(order.note && { description: order.note }),
    ...(order.startsAt && { requestedStartDate: order.startsAt }),
    ...(order.completedAt && { completionDate: order.completedAt }),
    ...(canceled && {
      cancellationDate: canceled.at,
      ...(canceled.comment && { cancellationReason: canceled.comment }),
    }),
    relatedParty: [
      { id: account.code, name: account.name, role: "customer", "@referredType": "Organization" },
    ],
    billingAccount: { id: billingTo.code, name: billingTo.name, "@referredType": "BillingAccount" },
    orderTotalPrice: [
      {
        name: "Total",
        priceType: "total",
        price: {
          dutyFreeAmount: moneyOf(order.net, currency),
          taxIncludedAmount: moneyOf(order.total, currency),
        },
      },
    ],
    productOrderItem: order.lines.map((line) => itemOf(line, currency)),
  };
}

function itemOf(line: TradeLine, currency: string) {
  const { id, quantity, action, state, product, configuration, billingPeriod } = line;
  const characteristics = Object.entries(configuration).map(([name, value]) => ({ name, value }));
  return {
    id,
    quantity,
    action,
    state,
    productOffering: { id: product.code, name: product.name },
    ...((characteristics.length > 0 || line.subscriptionId) && {
      product: {
        ...(line.subscriptionId && { id: line.subscriptionId }),
        ...(characteristics.length > 0 && { productCharacteristic: characteristics }),
      },
    }),
    itemPrice: [
      {
        name: "Unit price",
        priceType: billingPeriod === "once" ? "oneTime" : "recurring",
        ...(billingPeriod !== "once" && { recurringChargePeriod: billingPeriod }),
        price: { taxRate: Number(line.taxRate), dutyFreeAmount: moneyOf(line.unitPrice, currency) },
      },
    ],
  };
}

function moneyOf(amount: string, unit: string) {
  return { unit, value: Number(amount) };
}

/** Tells that an order, or the rest of it, was canceled, as TMF622 v4 has a task for it. */
export function cancelProductOrderOf({ code, canceled }: TradeOrder) {
  return {
    id: code,
    href: hrefOf("cancelProductOrder", code),
    "@type": "CancelProductOrder",
    state: "done",
    productOrder: { id: code, href: hrefOf("productOrder", code), "@referredType": "ProductOrder" },
    ...(canceled && {
      effectiveCancellationDate: canceled.at,
      ...(canceled.comment && { cancellationReason: canceled.comment }),
    }),
  };
}
