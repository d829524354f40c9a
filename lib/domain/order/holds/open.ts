import { isDraft, userMaySet } from "../../order-status/combination";
import { ok, type Result, refuse } from "../../values/result";
import type { OrderPart } from "../tree/order";
import type { Executor } from "./gates";
import type { NotOpen, OrderRefused } from "./refusal";

/**
 * Refuses what BSS cannot act on: orders that are not open, and the customer's draft. See docs/domain.md, section 2.
 */
export function requireOpen({ status }: Pick<OrderPart, "status">): Result<null, NotOpen> {
  if (status.type === "automatic_execute") return refuse({ reason: "already_executed" });
  if (status.type === "cancelled") return refuse({ reason: "already_cancelled" });
  if (isDraft(status)) return refuse({ reason: "customers_draft" });
  if (status.type === "executing") return refuse({ reason: "scheduler_has_it" });
  return ok(null);
}

/**
 * Refuses an edit while the reseller looks at the order, since what is approved is what was shown: docs/domain.md,
 * section 5.
 */
export function requireEditable(
  part: Pick<OrderPart, "status">,
): Result<null, NotOpen | OrderRefused<"waits_for_approval">> {
  const open = requireOpen(part);
  if (!open.ok || part.status.storefrontType !== "pending_approval") return open;
  return refuse({ reason: "waits_for_approval" });
}

/** Refuses what cannot be executed. The scheduler executes what it has taken on its day, and nothing else. */
export function requireExecutable(
  part: Pick<OrderPart, "status">,
  executor: Executor,
): Result<null, NotOpen | OrderRefused<"not_with_scheduler">> {
  if (executor === "scheduler" && part.status.type === "executing") return ok(null);
  const open = requireOpen(part);
  return open.ok && executor === "scheduler" ? refuse({ reason: "not_with_scheduler" }) : open;
}

/** Refuses another status for an order that waits for the reseller or is with the scheduler. */
export function requireMovable(
  part: Pick<OrderPart, "status">,
): Result<null, NotOpen | OrderRefused<"held">> {
  const open = requireOpen(part);
  if (!open.ok || userMaySet(part.status)) return open;
  if (part.status.storefrontType === "pending_approval") {
    return refuse({ reason: "held", gates: [{ gate: "approval", reseller: null }] });
  }
  return refuse({ reason: "scheduler_has_it" });
}
