"use server";

import type { SaveCreditCheckInput } from "@/lib/schemas/credit-check";
import { saveCreditCheck } from "@/lib/server/credit-check/save";
import { runAction } from "@/lib/server/doors/action";

export async function saveCreditCheckAction(input: SaveCreditCheckInput) {
  return runAction((ctx) => saveCreditCheck(ctx, input));
}
