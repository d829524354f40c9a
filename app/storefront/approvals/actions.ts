"use server";

import { type ApprovalRefusal, describeApprovalRefusal } from "@/lib/domain/storefront/approval";
import { action } from "@/lib/server/doors/action";
import { approveOrder } from "@/lib/server/storefront/approvals/commands/approve-order";
import { cancelWaiting } from "@/lib/server/storefront/approvals/commands/cancel-waiting";
import { setOrderApproval } from "@/lib/server/storefront/approvals/commands/set-order-approval";

export const approveOrderAction = action(approveOrder, words);
export const cancelWaitingAction = action(cancelWaiting, words);
export const setOrderApprovalAction = action(setOrderApproval);

function words(refusal: ApprovalRefusal, locale: string) {
  return { message: describeApprovalRefusal(refusal, locale) };
}
