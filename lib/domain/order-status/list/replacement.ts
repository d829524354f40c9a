import type { Combination } from "../combination";
import { userMaySetStatus } from "../may-set";
import type { ReplacementFault } from "./fault";

/**
 * Returns why a status cannot take over the orders of a deleted one, or undefined if it can. It must be active and of
 * the same Type (docs/domain.md, section 1, rule 7), and either a user may set it or it means the very same (rule 10).
 */
export function replacementFault(
  deleted: Combination,
  by: Combination & { active: boolean },
): ReplacementFault | undefined {
  if (by.type !== deleted.type) return { is: "replacement_of_another_type", type: deleted.type };
  if (!by.active) return { is: "replacement_inactive" };
  if (!userMaySetStatus(by) && by.storefrontType !== deleted.storefrontType) {
    return { is: "replacement_not_settable" };
  }
  return undefined;
}
