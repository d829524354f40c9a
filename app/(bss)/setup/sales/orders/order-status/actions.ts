"use server";

import { revalidatePath } from "next/cache";
import { runAction } from "@/lib/server/action";
import { saveOrderStatuses } from "@/lib/server/order-statuses/save";

export async function saveOrderStatusesAction(input: unknown) {
  const result = await runAction(
    (ctx) => saveOrderStatuses(ctx, input),
    ({ reason }) => ({
      message: "Nothing was saved.",
      reason: reason === "needs_confirmation" ? "refused" : reason,
    }),
  );
  // Other pages in this browser's memory show statuses too.
  if (result.ok) revalidatePath("/", "layout");
  return result;
}
