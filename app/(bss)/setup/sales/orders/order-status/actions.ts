"use server";

import { revalidatePath } from "next/cache";
import type { Sent } from "@/lib/schemas/fields";
import type { SaveOrderStatusesInput } from "@/lib/schemas/order-statuses";
import { action, answer } from "@/lib/server/doors/action";
import { previewStatusSave } from "@/lib/server/order-statuses/commands/preview-status-save";
import { saveOrderStatuses } from "@/lib/server/order-statuses/commands/save-order-statuses";
import { getStatusVersion, listStatusVersions } from "@/lib/server/order-statuses/queries/status-versions";

const save = action(saveOrderStatuses);

/** Other pages in this browser's memory show statuses too. */
export async function saveOrderStatusesAction(input: Sent<SaveOrderStatusesInput>) {
  const result = await save(input);
  if (result.ok) revalidatePath("/", "layout");
  return result;
}

export const previewStatusSaveAction = action(previewStatusSave);
export const listStatusVersionsAction = answer(listStatusVersions);
export const getStatusVersionAction = answer(getStatusVersion);
