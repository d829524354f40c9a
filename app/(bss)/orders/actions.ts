"use server";

import { action, answer } from "@/lib/server/doors/action";
import { cancelOrder } from "@/lib/server/orders/commands/cancel-order";
import { createOrder } from "@/lib/server/orders/commands/create-order";
import { deliverOrder } from "@/lib/server/orders/commands/deliver-order";
import { editOrder, previewEdit } from "@/lib/server/orders/commands/edit-order";
import { executeOrder, previewExecution } from "@/lib/server/orders/commands/execute-order";
import { previewReversal, reverseExecution } from "@/lib/server/orders/commands/reverse-execution";
import { setOrderStatus } from "@/lib/server/orders/commands/set-order-status";
import { newestVersion } from "@/lib/server/orders/queries/newest-version";
import { orderHistory } from "@/lib/server/orders/queries/order-history";

export const createOrderAction = action(createOrder);
export const editOrderAction = action(editOrder);
export const previewEditAction = action(previewEdit);
export const executeOrderAction = action(executeOrder);
export const previewExecutionAction = action(previewExecution);
export const deliverOrderAction = action(deliverOrder);
export const cancelOrderAction = action(cancelOrder);
export const reverseExecutionAction = action(reverseExecution);
export const previewReversalAction = action(previewReversal);
export const setOrderStatusAction = action(setOrderStatus);
export const orderHistoryAction = answer(orderHistory);
export const newestVersionAction = answer(newestVersion);
