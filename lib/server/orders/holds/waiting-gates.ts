import "server-only";
import { type Gate, type GatedItem, heldBy, type InactiveAccount } from "@/lib/domain/order/holds/gates";
import { nothingAsked } from "@/lib/domain/order/holds/outside";
import type { Combination } from "@/lib/domain/order-status/combination";
import { amount } from "@/lib/domain/values/money";
import { sql } from "../../kernel/db";
import { hasRemaining, isHeld, openParts } from "./holds";

/**
 * Holds the facts that a waiting order's gates need, as `waitingGateFacts` reads them; null when no gate holds the order.
 */
export type WaitingGateFacts = {
  status: Combination;
  items: GatedItem[];
  total: string;
  currency: string;
  billingTo: { id: string; name: string; limit: string | null; outstanding: string };
  inactive: InactiveAccount[];
} | null;

/**
 * Selects one column of a query on `orders` with `billedCredit`, so that a list's first page needs one statement. It costs
 * little for orders that nothing holds.
 */
export const waitingGateFacts = sql`CASE WHEN ${isHeld} THEN jsonb_build_object(
  'status', jsonb_build_object('type', orders.status_type, 'storefrontType', orders.status_storefront_type),
  'total', orders.to_execute::text, 'currency', orders.currency,
  'billingTo', jsonb_build_object('id', credit.id, 'name', credit.name, 'limit', credit.credit_limit::text,
    'outstanding', coalesce(credit.credit_limit - credit.available, 0)::text),
  'inactive', (
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', inactive.id, 'name', inactive.name,
      'as', CASE WHEN inactive.id = orders.account_id THEN 'account' ELSE 'payer' END)
      ORDER BY inactive.id <> orders.account_id), '[]')
    FROM accounts AS inactive
    WHERE inactive.organization_id = orders.organization_id AND inactive.id IN (orders.account_id, orders.billing_to_id)
      AND NOT inactive.active),
  'items', CASE WHEN orders.unconfigured OR orders.non_automatic OR orders.changes_subscription THEN (
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', item.id, 'description', item.description,
      'configuration', item.configuration, 'requiredConfiguration', product.required_configuration,
      'nonAutomatic', product.non_automatic, 'sold', product.active,
      'subscriptionEnded', changed.state IS NOT DISTINCT FROM 'cancelled') ORDER BY part.sub_number, item.position), '[]')
    FROM (${openParts}) AS part
    JOIN order_items AS item ON item.organization_id = orders.organization_id AND item.order_id = part.id
      AND ${hasRemaining}
    JOIN products AS product ON product.organization_id = item.organization_id AND product.id = item.product_id
    LEFT JOIN subscriptions AS changed
      ON changed.organization_id = item.organization_id AND changed.id = item.subscription_id
  ) ELSE '[]' END) END AS "gateFacts"`;

/**
 * Returns the gates that follow from these facts, the same as on the order's page, which `holds.db.test.ts` proves. It
 * leaves out gates that depend on an answer from outside: use `heldByOf` for them.
 */
export function waitingGates(facts: WaitingGateFacts): Gate[] {
  if (!facts) return [];
  const { billingTo, total, ...rest } = facts;
  const credit = {
    limit: billingTo.limit === null ? null : amount(billingTo.limit),
    outstanding: amount(billingTo.outstanding),
  };
  return heldBy({
    ...rest,
    total: amount(total),
    billingTo: { id: billingTo.id, name: billingTo.name, credit },
    // These orders wait for neither a date nor a reseller: such orders are not in this list.
    schedule: null,
    reseller: null,
    questions: { vendors: [], credit: null },
    answers: nothingAsked,
  });
}
