"use server";

import { retryBulkRun } from "@/lib/server/bulk/commands/retry-bulk-run";
import { startBulkRun } from "@/lib/server/bulk/commands/start-bulk-run";
import { stopBulkRun } from "@/lib/server/bulk/commands/stop-bulk-run";
import { preflightBulk } from "@/lib/server/bulk/queries/preflight-bulk";
import { action, answer } from "@/lib/server/doors/action";

export const preflightBulkAction = answer(preflightBulk);
export const startBulkRunAction = action(startBulkRun);
export const stopBulkRunAction = action(stopBulkRun);
export const retryBulkRunAction = action(retryBulkRun);
