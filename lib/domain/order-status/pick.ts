import { type Combination, sameCombination } from "./combination";

type PickableStatus = Combination & { active: boolean; no: number };

/**
 * The status that the system sets by itself: of the wanted combination, the active one with the lowest No.
 * (docs/domain.md, section 1, rule 4). The database keeps one for each of the eight, so none is a bug.
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
