import { type Combination, userMaySet } from "./combination";

/** May a user set this status on an order? Screen, API and commands ask here: docs/domain.md, section 1, rule 10. */
export function userMaySetStatus(status: Combination & { active: boolean }): boolean {
  return status.active && userMaySet(status);
}
