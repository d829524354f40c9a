import { type Combination, typeLabels } from "./combination";
import { userMaySetStatus } from "./may-set";

/**
 * Why a status may not take over the orders of a deleted one; undefined when it may. It is active and of the same
 * Type (docs/domain.md, section 1, rule 7), and one that a user may set or with the very same meaning (rule 10).
 */
export function mayReplace(deleted: Combination, by: Combination & { active: boolean }): string | undefined {
  if (by.type !== deleted.type) return `Choose a replacement of the same Type, ${typeLabels[deleted.type]}.`;
  if (!by.active) return "Choose an active status as the replacement.";
  if (!userMaySetStatus(by) && by.storefrontType !== deleted.storefrontType) {
    return "Choose a replacement that users may set, or one of the same Storefront Type.";
  }
  return undefined;
}
