import { type Combination, sameCombination } from "../order-status/combination";
import { systemCombinations } from "../order-status/system-statuses";
import { ok, type Result, refuse } from "../result";
import { storefrontStatusLabel } from "./status-label";

/** Somebody decided before: the reseller in another tab, a colleague, or BSS. */
export type ApprovalRefusal = { reason: "not_waiting"; status: string };

/** Does the order wait for its reseller? Each order is decided on once: docs/domain.md, section 5. */
export function requireWaiting(status: Combination): Result<null, ApprovalRefusal> {
  if (sameCombination(status, systemCombinations.pendingApproval)) return ok(null);
  return refuse({ reason: "not_waiting", status: storefrontStatusLabel(status) });
}

export function describeApprovalRefusal({ status }: ApprovalRefusal): string {
  return `This order waits for no approval any more: it is “${status}”. Nothing was changed.`;
}
