"use server";

import { action } from "@/lib/server/doors/action";
import { saveSignInRules } from "@/lib/server/organizations/commands/save-sign-in-rules";

export const saveSignInRulesAction = action(saveSignInRules);
