/** An open browser hears of these changes: docs/architecture.md, "Lists, counts, live". */

export const liveTopics = [
  "orders",
  "subscriptions",
  "order_statuses",
  "bulk_runs",
  "imports",
  "credit",
  "messages",
  "webhooks",
] as const;
export type LiveTopic = (typeof liveTopics)[number];

/** Names the rows that changed, or is "*" when they are too many to name or unknown. */
export type ChangedIds = readonly string[] | "*";
export type LiveChanges = Partial<Record<LiveTopic, ChangedIds>>;

/**
 * Says since when nothing of a topic has changed, in milliseconds of the server's clock. What was read later is
 * current.
 */
export type QuietSince = Record<LiveTopic, number>;

/** More rows than these are not named one by one. */
const namedAtMost = 50;

export function mergeIds(earlier: ChangedIds | undefined, later: ChangedIds): ChangedIds {
  if (earlier === "*" || later === "*") return "*";
  const ids = new Set([...(earlier ?? []), ...later]);
  return ids.size > namedAtMost ? "*" : [...ids];
}

export function mergeChanges(earlier: LiveChanges, later: LiveChanges): LiveChanges {
  const merged: LiveChanges = { ...earlier };
  for (const topic of liveTopics) {
    const ids = later[topic];
    if (ids) merged[topic] = mergeIds(merged[topic], ids);
  }
  return merged;
}
