"use server";

import { saveCreditCheck } from "@/lib/server/credit-check/commands/save-credit-check";
import { action } from "@/lib/server/doors/action";

export const saveCreditCheckAction = action(saveCreditCheck);
