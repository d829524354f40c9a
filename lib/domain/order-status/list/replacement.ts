import { type Combination, typeLabels } from "../combination";
import { userMaySetStatus } from "../may-set";

/**
 * Returns why a status cannot take over the orders of a deleted one, or undefined if it can. It must be active and of
 * the same Type (docs/domain.md, section 1, rule 7), and either a user may set it or it means the very same (rule 10).
 */
export function mayReplace(deleted: Combination, by: Combination & { active: boolean }): string | undefined {
  if (by.type !== deleted.type) return `Choose a replacement of the same Type, ${typeLabels[deleted.type]}.`;
  if (!by.active) return "Choose an active status as the replacement.";
  if (!userMaySetStatus(by) && by.storefrontType !== deleted.storefrontType) {
    return "Choose a replacement that users may set, or one of the same Storefront Type.";
  }
  return undefined;
}
