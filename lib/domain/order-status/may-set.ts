import { type Combination, type OrderStatusType, userMaySet } from "./combination";

/**
 * Tells whether a user may set this status on an order. Screen, API and commands ask here: docs/domain.md, section 1,
 * rule 10.
 */
export function userMaySetStatus(status: Combination & { active: boolean }): boolean {
  return status.active && userMaySet(status);
}

/**
 * Returns those of the settable statuses that a person can give an open order. An order that waits for its day or its
 * reseller cannot get another open status, and executing and canceling take a permission.
 */
export function offeredOn<Status extends { type: OrderStatusType }>(
  statuses: readonly Status[],
  present: Combination,
  may: { execute: boolean; cancel: boolean },
): Status[] {
  const offered: Partial<Record<OrderStatusType, boolean>> = {
    in_progress: userMaySet(present),
    automatic_execute: may.execute,
    cancelled: may.cancel,
  };
  return statuses.filter(({ type }) => offered[type]);
}
