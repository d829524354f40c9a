import "server-only";
import { config } from "../kernel/config";
import { systemCtx } from "../kernel/ctx";
import { Prisma, unscoped } from "../kernel/db";
import { type Job, queueAnew } from "../kernel/jobs";

const batch = 500;

/**
 * Queues the messages that are due and returns how many, so that a command only writes its message to the outbox. Without a
 * mail server, messages stay there.
 */
export async function queueDueMessages(now: Date, maySend = config().mail !== undefined): Promise<number> {
  if (!maySend) return 0;
  const due = await unscoped().$queryRaw<{ organizationId: string; id: string }[]>(Prisma.sql`
    SELECT organization_id AS "organizationId", id FROM messages
    WHERE next_attempt_at <= ${now} ORDER BY next_attempt_at LIMIT ${batch}`);

  return queueAnew(
    due,
    (organization) => systemCtx(organization, now),
    ({ organizationId }, { id }): Job<"send_message"> => ({
      task: "send_message",
      payload: { organizationId, id },
      key: `send_message:${id}`,
    }),
  );
}
