import "server-only";
import type { ProvisioningDriver, ProvisioningState } from "@/lib/domain/provisioning";
import type { ProvisioningFailure } from "@/lib/domain/provisioning-failure";
import type { Ctx } from "../kernel/ctx";
import { sql, type Tx } from "../kernel/db";
import { addJobs } from "../kernel/jobs";
import { provisionJobs, showTasks } from "./task";

type Queued = { id: string; driver: ProvisioningDriver; subscriptionId: string; state: ProvisioningState };

const withdrawn = JSON.stringify({ because: "withdrawn" } satisfies ProvisioningFailure);

/**
 * Ends the subscriptions and assets that these items created, takes back the units they added to others, and queues the
 * de-provisioning. The caller has locked them. See docs/domain.md, section 3.
 */
export async function endSubscriptions(
  tx: Tx,
  ctx: Ctx,
  itemIds: readonly string[],
  day: string,
): Promise<void> {
  const { organizationId, now } = ctx;
  await tx.$executeRaw(sql`
    UPDATE subscriptions SET state = 'cancelled', end_date = greatest(start_date, ${day}::date), trial_due_at = NULL,
      version = version + 1
    WHERE organization_id = ${organizationId}::uuid AND order_item_id = ANY(${itemIds}::uuid[]) AND state = 'active'`);
  await tx.$executeRaw(sql`
    WITH added AS MATERIALIZED (
      SELECT subscription_id, sum(executed_quantity)::int AS units FROM order_items
      WHERE organization_id = ${organizationId}::uuid AND id = ANY(${itemIds}::uuid[]) AND subscription_id IS NOT NULL
      GROUP BY subscription_id
    )
    UPDATE subscriptions SET quantity = subscriptions.quantity - added.units, version = version + 1 FROM added
    WHERE organization_id = ${organizationId}::uuid AND subscriptions.id = added.subscription_id`);

  // A vendor that was to be asked on a later day has set nothing up, so there is nothing to take down.
  const tasks = await tx.$queryRaw<Queued[]>(sql`
    WITH own AS MATERIALIZED (
      SELECT *, state = 'pending' AND attempts = 0 AND next_attempt_at > ${now} AS starts_later FROM provisioning_tasks
      WHERE organization_id = ${organizationId}::uuid AND order_item_id = ANY(${itemIds}::uuid[])
    ), withdrawn AS (
      UPDATE provisioning_tasks SET state = 'failed', error = ${withdrawn}::jsonb, next_attempt_at = NULL, updated_at = ${now}
      FROM own WHERE provisioning_tasks.organization_id = own.organization_id AND provisioning_tasks.id = own.id
        AND own.state = 'pending'
    )
    INSERT INTO provisioning_tasks (organization_id, subscription_id, order_item_id, action, driver, vendor_id, quantity,
      state, created_at, updated_at)
    SELECT organization_id, subscription_id, order_item_id, 'deprovision', driver, vendor_id, quantity,
      CASE WHEN starts_later THEN 'provisioned' ELSE 'pending' END::provisioning_state, ${now}, ${now}
    FROM own WHERE action <> 'deprovision'
    ON CONFLICT (organization_id, order_item_id, action) DO NOTHING
    RETURNING id, driver, subscription_id AS "subscriptionId", state`);
  await showTasks(tx, ctx, [...new Set(tasks.map(({ subscriptionId }) => subscriptionId))]);
  await addJobs(
    tx,
    provisionJobs(
      ctx,
      tasks.filter(({ state }) => state === "pending"),
    ),
  );
}
