"use server";

import { describeRefusal, type OrderRefusal } from "@/lib/domain/order/refusal";
import { action, answer, type RefusalWords } from "@/lib/server/doors/action";
import { cancelOrder } from "@/lib/server/orders/commands/cancel-order";
import { createOrder } from "@/lib/server/orders/commands/create-order";
import { deliverOrder } from "@/lib/server/orders/commands/deliver-order";
import { editOrder, previewEdit } from "@/lib/server/orders/commands/edit-order";
import { executeOrder, previewExecution } from "@/lib/server/orders/commands/execute-order";
import { previewReversal, reverseExecution } from "@/lib/server/orders/commands/reverse-execution";
import { setOrderStatus } from "@/lib/server/orders/commands/set-order-status";
import { newestVersion } from "@/lib/server/orders/queries/newest-version";
import { orderHistory } from "@/lib/server/orders/queries/order-history";

export const createOrderAction = action(createOrder, words);
export const editOrderAction = action(editOrder, words);
export const previewEditAction = action(previewEdit, words);
export const executeOrderAction = action(executeOrder, words);
export const previewExecutionAction = action(previewExecution, words);
export const deliverOrderAction = action(deliverOrder, words);
export const cancelOrderAction = action(cancelOrder, words);
export const reverseExecutionAction = action(reverseExecution, words);
export const previewReversalAction = action(previewReversal, words);
export const setOrderStatusAction = action(setOrderStatus, words);
export const orderHistoryAction = answer(orderHistory);
export const newestVersionAction = answer(newestVersion);

function words(refusal: OrderRefusal, locale: string): RefusalWords {
  const message = describeRefusal(refusal, locale);
  if (refusal.reason !== "invalid_input") return { message };
  const problems = refusal.problems.map(({ path, message }) => ({ path: path.join("."), message }));
  return { message: "Nothing was saved. Correct the marked fields.", problems, reason: "invalid" };
}
