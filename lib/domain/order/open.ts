import { isDraft, userMaySet } from "../order-status/combination";
import { ok, type Result, refuse } from "../result";
import type { OrderPart } from "./order";
import type { OrderRefusal } from "./refusal";

/** May BSS act on this order at all? Open orders only, and not the customer's draft: docs/domain.md, section 2. */
export function requireOpen({ status }: Pick<OrderPart, "status">): Result<null, OrderRefusal> {
  if (status.type === "automatic_execute") return refuse({ reason: "already_executed" });
  if (status.type === "cancelled") return refuse({ reason: "already_cancelled" });
  if (isDraft(status)) return refuse({ reason: "customers_draft" });
  if (status.type === "executing") return refuse({ reason: "scheduler_has_it" });
  return ok(null);
}

/** May a user give this open order another status? Not while it waits for the reseller or is with the scheduler. */
export function requireMovable(part: Pick<OrderPart, "status">): Result<null, OrderRefusal> {
  const open = requireOpen(part);
  if (!open.ok || userMaySet(part.status)) return open;
  if (part.status.storefrontType === "pending_approval") {
    return refuse({ reason: "held", gates: [{ gate: "approval" }] });
  }
  return refuse({ reason: "scheduler_has_it" });
}
