import "server-only";
import { rowDays } from "@/lib/domain/imports/import";
import { lockout } from "@/lib/domain/sign-in/lockout";
import { deliveryDays } from "@/lib/domain/webhook";
import { config } from "../../kernel/config";
import { unscoped } from "../../kernel/db";

const keyDays = 30;
const requestDays = 30;
/** Is longer than the sending of any file takes. */
const unreadDays = 1;

/**
 * Deletes what has expired: failed tries to sign in that no longer count, sessions that are too old, idempotency keys that are too old to be repeated, the
 * older requests of API keys, the older deliveries of webhooks, files of imports that never arrived whole, and the rows of
 * imports that ended long ago.
 */
export async function forgetExpired(
  now: Date,
): Promise<
  Record<"tries" | "sessions" | "keys" | "requests" | "deliveries" | "imports" | "importRows", number>
> {
  const before = (seconds: number) => new Date(now.getTime() - seconds * 1000);
  const { longest } = config().sessions;
  const sessions = await unscoped().session.deleteMany({ where: { createdAt: { lt: before(longest) } } });
  await unscoped().endedSession.deleteMany({ where: { endedAt: { lt: before(longest) } } });
  const tries = await unscoped().signInTries.deleteMany({
    where: { lastAt: { lt: before(lockout.forgottenHours * 60 * 60) } },
  });
  await unscoped().signInStep.deleteMany({ where: { endsAt: { lt: now } } });
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
  const rows = await unscoped().importRow.deleteMany({
    where: { import: { finishedAt: { lt: before(rowDays * 24 * 60 * 60) } } },
  });
  return {
    importRows: rows.count,
    imports: imports.count,
    tries: tries.count,
    sessions: sessions.count,
    keys: keys.count,
    requests: requests.count,
    deliveries: deliveries.count,
  };
}
