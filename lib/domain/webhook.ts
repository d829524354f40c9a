/** Lists how events are told: in the form of the feed, or as TM Forum's hub tells them. */
export const webhookForms = ["standard", "tmf622"] as const;
export type WebhookForm = (typeof webhookForms)[number];

/** Says who or what disabled a webhook: docs/domain.md, section 10, "Webhooks". */
export type WebhookDisabledBy = "user" | "gone" | "failing";

/** Says it as a sentence, for pages and notices. */
export const webhookDisabledReasons: Record<WebhookDisabledBy, string> = {
  user: "An administrator disabled it.",
  gone: "The receiver answered that it is gone.",
  failing: "Deliveries failed for three days.",
};

/** Says it in the audit log. */
export const webhookDisabledByLabels: Record<WebhookDisabledBy, string> = {
  user: "an administrator",
  gone: "the receiver, which answered that it is gone",
  failing: "three days of failed deliveries",
};

/** Says why there is a delivery: a new event, or somebody who asked for a test, one event or a range of events again. */
export const deliveryOrigins = ["event", "test", "resend", "replay"] as const;
export type DeliveryOrigin = (typeof deliveryOrigins)[number];

export const deliveryStates = ["waiting", "delivered", "failed"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** Limits how many events are told again at once. */
export const mostReplayed = 10_000;

/** Says for how many days deliveries are kept after they have ended. */
export const deliveryDays = 30;

/** Says for how many hours a replaced secret still signs deliveries. */
export const rotationHours = 24;

const [second, minute, hour] = [1000, 60_000, 3_600_000];
/** The worker waits this long after the first, second, … failed attempt, so that it tries for three days. */
const pauses = [
  ...[5 * second, 1 * minute, 5 * minute, 30 * minute],
  ...[2 * hour, 5 * hour, 10 * hour, 14 * hour, 18 * hour, 24 * hour],
];
const longestWait = 24 * hour;
const shortestTry = 72 * hour;

/**
 * Returns when to deliver again after so many failed attempts, or null after the last. A random number from 0 to 1 spreads the
 * attempts over a fifth of the pause, and `Retry-After` of the receiver, in seconds or as a date, can make them later. Attempts
 * that somebody asked for do not shorten the three days since the delivery was made.
 */
export function nextDeliveryAt(
  attempts: number,
  now: Date,
  { random, retryAfter, since }: { random: number; retryAfter: string | null; since: Date },
): Date | null {
  const late = now.getTime() - since.getTime() >= shortestTry;
  const pause = pauses[attempts - 1] ?? (late ? undefined : pauses.at(-1));
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
