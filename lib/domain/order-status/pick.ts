import { type Combination, sameCombination } from "./combination";

type PickableStatus = Combination & { active: boolean; no: number };

/**
 * Returns the status that the system sets by itself: the active one of the combination with the lowest No.
 * (docs/domain.md, section 1, rule 4). The database keeps one for each of the eight, so a missing one is a bug.
 */
export function pickStatus<Status extends PickableStatus>(
  statuses: readonly Status[],
  combination: Combination,
): Status {
  let picked: Status | undefined;
  for (const status of statuses) {
    if (!status.active || !sameCombination(status, combination)) continue;
    if (!picked || status.no < picked.no) picked = status;
  }
  if (!picked) throw new Error(`No active status of ${combination.type} and ${combination.storefrontType}`);
  return picked;
}
