"use server";

import { revalidatePath } from "next/cache";
import { ok } from "@/lib/domain/result";
import { runAction } from "@/lib/server/doors/action";
import { previewStatusSave } from "@/lib/server/order-statuses/impact";
import { saveOrderStatuses } from "@/lib/server/order-statuses/save";
import { getStatusVersion, listStatusVersions } from "@/lib/server/order-statuses/versions";

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

export async function previewStatusSaveAction(input: unknown) {
  return runAction(
    (ctx) => previewStatusSave(ctx, input),
    ({ reason }) => ({ message: "This can't be saved yet.", reason }),
  );
}

export async function listStatusVersionsAction(input: unknown) {
  return runAction(async (ctx) => ok(await listStatusVersions(ctx, input)));
}

export async function getStatusVersionAction(version: number) {
  return runAction(async (ctx) => ok(await getStatusVersion(ctx, version)));
}
