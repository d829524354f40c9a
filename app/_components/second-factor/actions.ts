"use server";

import { action } from "@/lib/server/doors/action";
import { addPasskey } from "@/lib/server/own-factors/commands/add-passkey";
import { beginApp } from "@/lib/server/own-factors/commands/begin-app";
import { beginPasskey } from "@/lib/server/own-factors/commands/begin-passkey";
import { confirmApp } from "@/lib/server/own-factors/commands/confirm-app";
import { makeRecoveryCodes } from "@/lib/server/own-factors/commands/make-recovery-codes";
import { removeApp } from "@/lib/server/own-factors/commands/remove-app";
import { removePasskey } from "@/lib/server/own-factors/commands/remove-passkey";

export const beginAppAction = action(beginApp);
export const confirmAppAction = action(confirmApp);
export const removeAppAction = action(removeApp);
export const beginPasskeyAction = action(beginPasskey);
export const addPasskeyAction = action(addPasskey);
export const removePasskeyAction = action(removePasskey);
export const makeRecoveryCodesAction = action(makeRecoveryCodes);
