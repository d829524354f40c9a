/** Says who or what disabled a webhook: docs/domain.md, section 10, "Webhooks". */
export type WebhookDisabledBy = "user" | "gone" | "failing";

/** Says it in the audit log. */
export const webhookDisabledByLabels: Record<WebhookDisabledBy, string> = {
  user: "an administrator",
  gone: "the receiver, which answered that it is gone",
  failing: "three days of failed deliveries",
};

/** Says for how many hours a replaced secret still signs deliveries. */
export const rotationHours = 24;

const [second, minute, hour] = [1000, 60_000, 3_600_000];
/** The worker waits this long after the first, second, … failed attempt, so that it tries for three days. */
const pauses = [
  ...[5 * second, 1 * minute, 5 * minute, 30 * minute],
  ...[2 * hour, 5 * hour, 10 * hour, 14 * hour, 18 * hour, 24 * hour],
];
const longestWait = 24 * hour;

/**
 * Returns when to deliver again after so many failed attempts, or null after the last. A random number from 0 to 1 spreads the
 * attempts over a fifth of the pause, and `Retry-After` of the receiver, in seconds or as a date, can make them later.
 */
export function nextDeliveryAt(
  attempts: number,
  now: Date,
  { random, retryAfter }: { random: number; retryAfter: string | null },
): Date | null {
  const pause = pauses[attempts - 1];
  if (pause === undefined) return null;
  const wished = Math.min(askedPause(retryAfter, now), longestWait);
  return new Date(now.getTime() + Math.max(Math.round(pause * (1 + random / 5)), wished));
}

function askedPause(retryAfter: string | null, now: Date): number {
  if (retryAfter === null) return 0;
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter) * second;
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? 0 : Math.max(0, date - now.getTime());
}
