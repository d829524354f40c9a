import "server-only";
import { formatAmount } from "@/lib/domain/money";
import type { BillingPeriod } from "@/lib/domain/product";
import type { ProvisioningState } from "@/lib/domain/provisioning";
import { ListOwnInput } from "@/lib/schemas/storefront";
import { requirePermission } from "../ctx";
import { type Prisma, read, sql } from "../db";
import { keyset, type Page } from "../keyset";
import type { CustomerCtx } from "./customer";

/** What the account has bought and keeps; the price is an exact decimal per unit and period, without tax. */
export type OwnSubscription = {
  id: string;
  type: "subscription" | "asset";
  description: string;
  productId: string;
  /** Days, "2026-11-23"; the last one once it is cancelled. */
  startDate: string;
  endDate: string | null;
  quantity: number;
  unitPrice: string;
  currency: string;
  billingPeriod: BillingPeriod;
  trial: boolean;
  /** The day on which a trial ends. */
  trialEndsOn: string | null;
  state: ProvisioningState;
  /** More units can be ordered. */
  grows: boolean;
};

type Row = Omit<OwnSubscription, "unitPrice"> & { unitPrice: Prisma.Decimal; createdAt: Date };

/** The account's subscriptions and assets, newest first. See docs/domain.md, section 5. */
export async function listOwnSubscriptions(
  { ctx, accountId }: CustomerCtx,
  raw: unknown,
): Promise<Page<OwnSubscription>> {
  requirePermission(ctx, "storefront:use");
  const { cursor, limit } = ListOwnInput.parse(raw);
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
      subscriptions.unit_price AS "unitPrice", subscriptions.currency, subscriptions.billing_period AS "billingPeriod",
      subscriptions.trial, subscriptions.trial_ends_on::text AS "trialEndsOn", subscriptions.provisioning_state AS state, subscriptions.created_at AS "createdAt",
      subscriptions.type = 'subscription' AND NOT subscriptions.trial AND subscriptions.end_date IS NULL
        AND products.active AS grows
    FROM subscriptions
    JOIN products ON products.organization_id = subscriptions.organization_id AND products.id = subscriptions.product_id
    WHERE subscriptions.organization_id = ${ctx.organizationId}::uuid AND subscriptions.account_id = ${accountId}::uuid
      ${pages.where} ${pages.tail}`);
  const page = pages.page(rows, (row) => ({ key: row.createdAt.toISOString(), id: row.id }));
  return {
    ...page,
    rows: page.rows.map(({ createdAt: _, ...row }) => ({
      ...row,
      unitPrice: formatAmount(row.unitPrice, row.currency),
    })),
  };
}
