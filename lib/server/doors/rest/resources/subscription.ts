import "server-only";
import { z } from "zod";
import { provisioningStates } from "@/lib/domain/provisioning";
import type { SubscriptionDetail, SubscriptionRow } from "../../../subscriptions/queries/subscriptions";
import { Money, money } from "../money";
import { AccountCode, BillingPeriodName, IsoDay, Time } from "./fields";

export const SubscriptionSummary = z
  .object({
    id: z.uuid(),
    type: z.enum(["subscription", "asset"]),
    description: z.string(),
    account: AccountCode,
    orderCode: z.string(),
    startDate: IsoDay,
    endDate: IsoDay.nullable().describe("This is the last day, once the subscription is canceled."),
    quantity: z.number().int(),
    billingPeriod: BillingPeriodName,
    trial: z.boolean(),
    trialEndsOn: IsoDay.nullable(),
    net: Money.describe("This is the price of all units for one billing period, without tax."),
    terms: z.array(
      z.object({ quantity: z.number().int(), unitPrice: Money, discountPercent: z.string(), net: Money }),
    ),
    provisioning: z.object({ state: z.enum(provisioningStates), error: z.string().nullable() }),
  })
  .meta({ id: "SubscriptionSummary" });

export function tellSubscriptionRow(row: SubscriptionRow): z.input<typeof SubscriptionSummary> {
  const { currency } = row;
  return {
    id: row.id,
    type: row.type,
    description: row.description,
    account: row.account,
    orderCode: row.orderCode,
    startDate: row.startDate,
    endDate: row.endDate,
    quantity: row.quantity,
    billingPeriod: row.billingPeriod,
    trial: row.trial,
    trialEndsOn: row.trialEndsOn,
    net: money(row.net, currency),
    terms: row.terms.map(({ quantity, unitPrice, discountPercent, net }) => ({
      quantity,
      unitPrice: money(unitPrice, currency),
      discountPercent,
      net: money(net, currency),
    })),
    provisioning: row.provisioning,
  };
}

export const Subscription = z
  .object({
    ...SubscriptionSummary.shape,
    productCode: z.string(),
    createdAt: Time,
    configuration: z.record(z.string(), z.string()),
  })
  .meta({ id: "Subscription" });

export function tellSubscription(subscription: SubscriptionDetail): z.input<typeof Subscription> {
  return {
    ...tellSubscriptionRow(subscription),
    productCode: subscription.productCode,
    createdAt: subscription.createdAt,
    configuration: Object.fromEntries(subscription.configuration.map(({ name, value }) => [name, value])),
  };
}
