"use server";

import type { PreflightBulkInput, StartBulkRunInput } from "@/lib/schemas/bulk";
import { preflightBulk } from "@/lib/server/bulk/preflight";
import { retryBulkRun } from "@/lib/server/bulk/retry";
import { startBulkRun } from "@/lib/server/bulk/start";
import { stopBulkRun } from "@/lib/server/bulk/stop";
import { runAction } from "@/lib/server/doors/action";

export async function preflightBulkAction(input: PreflightBulkInput) {
  return runAction(async (ctx) => ({ ok: true, value: await preflightBulk(ctx, input) }));
}

export async function startBulkRunAction(input: StartBulkRunInput) {
  return runAction((ctx) => startBulkRun(ctx, input));
}

export async function stopBulkRunAction(runId: string) {
  return runAction((ctx) => stopBulkRun(ctx, { runId }));
}

export async function retryBulkRunAction(runId: string) {
  return runAction((ctx) => retryBulkRun(ctx, { runId }));
}
