"use server";

import type { SaveCreditCheckInput } from "@/lib/schemas/credit-check";
import { runAction } from "@/lib/server/action";
import { saveCreditCheck } from "@/lib/server/credit-check/save";

export async function saveCreditCheckAction(input: SaveCreditCheckInput) {
  return runAction((ctx) => saveCreditCheck(ctx, input));
}
