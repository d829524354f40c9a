import "server-only";
import { type SubscriptionPrice, subscriptionPrice } from "@/lib/domain/order/amounts/subscription-terms";
import type { BillingPeriod } from "@/lib/domain/product";
import type { ProvisioningState } from "@/lib/domain/provisioning";
import { ListOwnInput } from "@/lib/schemas/storefront";
import { read, sql } from "../../../kernel/db";
import { query } from "../../../kernel/definition/query";
import { keyset, type Page } from "../../../kernel/keyset";
import { type Ordered, orderedOfSubscription } from "../../../subscriptions/terms";
import { customers } from "../../customer";

/** Holds one of the account's subscriptions or assets. Its amounts are exact decimals without tax. */
export type OwnSubscription = {
  id: string;
  type: "subscription" | "asset";
  description: string;
  productId: string;
  /** Holds a day, "2026-11-23". The end date is the last day, once it is cancelled. */
  startDate: string;
  endDate: string | null;
  quantity: number;
  currency: string;
  billingPeriod: BillingPeriod;
  trial: boolean;
  /** Holds the day on which a trial ends. */
  trialEndsOn: string | null;
  state: ProvisioningState;
  /** Tells whether more units can be ordered. */
  grows: boolean;
} & SubscriptionPrice;

type Row = Omit<OwnSubscription, keyof SubscriptionPrice> & { ordered: Ordered; createdAt: Date };

/** Returns the account's subscriptions and assets, newest first. See docs/domain.md, section 5. */
export const listOwnSubscriptions = query({
  name: "own-subscription.list",
  caller: customers("storefront:read-orders"),
  input: ListOwnInput,
  async run({ ctx, who: { accountId } }, { cursor, limit }): Promise<Page<OwnSubscription>> {
    const pages = keyset(
      {
        key: sql`subscriptions.created_at`,
        keyType: "timestamptz",
        id: sql`subscriptions.id`,
        descending: true,
      },
      { cursor, limit },
    );
    const rows = await read(ctx).$queryRaw<Row[]>(sql`
      SELECT subscriptions.id, subscriptions.type, subscriptions.description, subscriptions.product_id AS "productId",
        subscriptions.start_date::text AS "startDate", subscriptions.end_date::text AS "endDate", subscriptions.quantity,
        subscriptions.currency, subscriptions.billing_period AS "billingPeriod",
        subscriptions.trial, subscriptions.trial_ends_on::text AS "trialEndsOn", subscriptions.provisioning_state AS state, subscriptions.created_at AS "createdAt",
        subscriptions.type = 'subscription' AND NOT subscriptions.trial AND subscriptions.end_date IS NULL
          AND products.active AS grows, ${orderedOfSubscription}
      FROM subscriptions
      JOIN products ON products.organization_id = subscriptions.organization_id AND products.id = subscriptions.product_id
      WHERE subscriptions.organization_id = ${ctx.organizationId}::uuid AND subscriptions.account_id = ${accountId}::uuid
        ${pages.where} ${pages.tail}`);
    const page = pages.page(rows, (row) => ({ key: row.createdAt.toISOString(), id: row.id }));
    return {
      ...page,
      rows: page.rows.map(({ createdAt: _, ordered, ...row }) => ({
        ...row,
        ...subscriptionPrice(ordered, row),
      })),
    };
  },
});
