"use server";

import { action } from "@/lib/server/doors/action";
import { approveOrder } from "@/lib/server/storefront/approvals/commands/approve-order";
import { cancelWaiting } from "@/lib/server/storefront/approvals/commands/cancel-waiting";
import { setOrderApproval } from "@/lib/server/storefront/approvals/commands/set-order-approval";

export const approveOrderAction = action(approveOrder);
export const cancelWaitingAction = action(cancelWaiting);
export const setOrderApprovalAction = action(setOrderApproval);
