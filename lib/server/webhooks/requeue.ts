import "server-only";
import { systemCtx } from "../kernel/ctx";
import { Prisma, unscoped } from "../kernel/db";
import { queueAnew } from "../kernel/jobs";
import { deliveryJob, makingJob } from "./jobs";

const batch = 500;
type Row = { organizationId: string; id: string };

/**
 * Queues the webhooks that new events may be for, and the deliveries that are due, and returns how many. Commands only record
 * their events, and a killed worker leaves deliveries behind.
 */
export async function queueDueWebhooks(now: Date): Promise<number> {
  const behind = await unscoped().$queryRaw<Row[]>(Prisma.sql`
    SELECT organization_id AS "organizationId", id FROM webhooks
    WHERE disabled_at IS NULL AND EXISTS (
      SELECT FROM events WHERE events.organization_id = webhooks.organization_id AND events.position > 0
        AND (events.position, events.id) > (webhooks.position, webhooks.event_id) AND events.position < event_horizon())`);
  const due = await unscoped().$queryRaw<Row[]>(Prisma.sql`
    SELECT delivery.organization_id AS "organizationId", delivery.id FROM webhook_deliveries AS delivery
    JOIN webhooks ON webhooks.organization_id = delivery.organization_id AND webhooks.id = webhook_id
    WHERE next_attempt_at <= ${now} AND disabled_at IS NULL ORDER BY next_attempt_at LIMIT ${batch}`);
  const ctxFor = (organization: string) => systemCtx(organization, now);
  return (
    (await queueAnew(behind, ctxFor, (ctx, { id }) => makingJob(ctx, id))) +
    (await queueAnew(due, ctxFor, (ctx, { id }) => deliveryJob(ctx, id)))
  );
}
