"use server";

import { describeApprovalRefusal } from "@/lib/domain/storefront/approval";
import type { SetOrderApprovalInput } from "@/lib/schemas/accounts";
import type { ApproveOrderInput, DecideOrderInput } from "@/lib/schemas/storefront";
import { approveOrder } from "@/lib/server/storefront/approvals/approve";
import { cancelWaiting } from "@/lib/server/storefront/approvals/cancel";
import { setOrderApproval } from "@/lib/server/storefront/approvals/customers";
import { runResellerAction } from "@/lib/server/storefront/session";

export async function approveOrderAction(input: ApproveOrderInput) {
  return runResellerAction(
    (reseller) => approveOrder(reseller, input),
    (refusal, locale) => ({ message: describeApprovalRefusal(refusal, locale) }),
  );
}

export async function cancelWaitingAction(input: DecideOrderInput) {
  return runResellerAction(
    (reseller) => cancelWaiting(reseller, input),
    (refusal, locale) => ({ message: describeApprovalRefusal(refusal, locale) }),
  );
}

export async function setOrderApprovalAction(input: SetOrderApprovalInput) {
  return runResellerAction((reseller) => setOrderApproval(reseller, input));
}
