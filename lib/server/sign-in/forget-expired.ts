import "server-only";
import { deliveryDays } from "@/lib/domain/webhook";
import { unscoped } from "../kernel/db";
import { sessionSeconds } from "./session-token";

const keyDays = 30;
const requestDays = 30;
/** Is longer than the sending of any file takes. */
const unreadDays = 1;

/**
 * Deletes what has expired: ended sessions whose token is over, idempotency keys that are too old to be repeated, the
 * older requests of API keys, and the older deliveries of webhooks.
 */
export async function forgetExpired(
  now: Date,
): Promise<{ sessions: number; keys: number; requests: number; deliveries: number; imports: number }> {
  const before = (seconds: number) => new Date(now.getTime() - seconds * 1000);
  const sessions = await unscoped().endedSession.deleteMany({
    where: { endedAt: { lt: before(sessionSeconds) } },
  });
  const keys = await unscoped().idempotencyKey.deleteMany({
    where: { createdAt: { lt: before(keyDays * 24 * 60 * 60) } },
  });
  const requests = await unscoped().apiKeyRequest.deleteMany({
    where: { at: { lt: before(requestDays * 24 * 60 * 60) } },
  });
  const deliveries = await unscoped().webhookDelivery.deleteMany({
    where: { endedAt: { lt: before(deliveryDays * 24 * 60 * 60) } },
  });
  const imports = await unscoped().import.deleteMany({
    where: { state: "reading", createdAt: { lt: before(unreadDays * 24 * 60 * 60) } },
  });
  return {
    imports: imports.count,
    sessions: sessions.count,
    keys: keys.count,
    requests: requests.count,
    deliveries: deliveries.count,
  };
}
