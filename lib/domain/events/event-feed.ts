import type { Permission } from "../permissions";
import type { EventKind } from "./event";

/** Says how long an event stays in the feed, in days. */
export const feedDays = 30;

/** Returns the permission to see events of this kind in the feed. */
export function permissionToSee(kind: EventKind): Permission {
  if (kind.startsWith("order.")) return "order:read";
  return kind.startsWith("account.") ? "account:read" : "audit:read";
}
