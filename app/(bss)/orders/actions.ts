"use server";

import { describeRefusal, type OrderRefusal } from "@/lib/domain/order/refusal";
import type {
  CancelOrderInput,
  CreateOrderInput,
  DeliverOrderInput,
  EditOrderInput,
  ExecuteOrderInput,
  PreviewReversalInput,
  ReverseOrderInput,
  SetOrderStatusInput,
} from "@/lib/schemas/orders";
import { type RefusalWords, runAction } from "@/lib/server/doors/action";
import { cancelOrder } from "@/lib/server/orders/commands/cancel-order";
import { createOrder } from "@/lib/server/orders/commands/create-order";
import { deliverOrder } from "@/lib/server/orders/commands/deliver-order";
import { editOrder, previewEdit } from "@/lib/server/orders/commands/edit-order";
import { executeOrder, previewExecution } from "@/lib/server/orders/commands/execute-order";
import { previewReversal, reverseExecution } from "@/lib/server/orders/commands/reverse-execution";
import { setOrderStatus } from "@/lib/server/orders/commands/set-order-status";
import { getOrder } from "@/lib/server/orders/queries/get-order";
import { getOrderForm } from "@/lib/server/orders/queries/get-order-form";
import { orderHistory } from "@/lib/server/orders/queries/order-history";

export async function createOrderAction(input: CreateOrderInput) {
  return runAction((ctx) => createOrder(ctx, input), words);
}

export async function editOrderAction(input: EditOrderInput) {
  return runAction((ctx) => editOrder(ctx, input), words);
}

export async function previewEditAction(input: EditOrderInput) {
  return runAction((ctx) => previewEdit(ctx, input), words);
}

export async function executeOrderAction(input: ExecuteOrderInput) {
  return runAction((ctx) => executeOrder(ctx, input), words);
}

export async function previewExecutionAction(input: ExecuteOrderInput) {
  return runAction((ctx) => previewExecution(ctx, input), words);
}

export async function deliverOrderAction(input: DeliverOrderInput) {
  return runAction((ctx) => deliverOrder(ctx, input), words);
}

export async function cancelOrderAction(input: CancelOrderInput) {
  return runAction((ctx) => cancelOrder(ctx, input), words);
}

export async function reverseExecutionAction(input: ReverseOrderInput) {
  return runAction((ctx) => reverseExecution(ctx, input), words);
}

export async function previewReversalAction(input: PreviewReversalInput) {
  return runAction((ctx) => previewReversal(ctx, input), words);
}

export async function setOrderStatusAction(input: SetOrderStatusInput) {
  return runAction((ctx) => setOrderStatus(ctx, input), words);
}

/** More of a timeline, older than the entry named. */
export async function earlierHistoryAction(code: string, before: string) {
  return runAction(async (ctx) => ({ ok: true, value: await orderHistory(ctx, { code, before }) }));
}

/** For a form that met somebody else's save: the version that counts now, and what made it. */
export async function newestVersionAction(code: string) {
  return runAction(async (ctx) => {
    const [form, order, history] = await Promise.all([
      getOrderForm(ctx, code),
      getOrder(ctx, code),
      orderHistory(ctx, { code, limit: 1 }),
    ]);
    return {
      ok: true,
      value: { version: form.version, currency: order.currency, form, last: history.entries[0] ?? null },
    };
  });
}

function words(refusal: OrderRefusal, locale: string): RefusalWords {
  const message = describeRefusal(refusal, locale);
  if (refusal.reason !== "invalid_input") return { message };
  const problems = refusal.problems.map(({ path, message }) => ({ path: path.join("."), message }));
  return { message: "Nothing was saved. Correct the marked fields.", problems, reason: "invalid" };
}
