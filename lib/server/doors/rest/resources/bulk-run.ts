import "server-only";
import { z } from "zod";
import type { BulkResult, BulkRunRow } from "../../../bulk/queries/bulk-runs";
import { Time } from "./fields";

export const BulkRunStarted = z
  .object({ id: z.uuid(), orders: z.number().int().describe("This is how many orders the run takes.") })
  .meta({ id: "BulkRunStarted" });

export const BulkRun = z
  .object({
    id: z.uuid(),
    action: z.enum(["execute", "cancel", "set_status"]),
    state: z.enum(["running", "stopped", "finished"]),
    startedBy: z.string().describe("This person or key started it."),
    retriedBy: z
      .string()
      .nullable()
      .describe("This is the person or key that retried the run last. It goes on in their name."),
    status: z
      .string()
      .nullable()
      .describe("This is the new status, or the reason why the orders are canceled."),
    startDate: z.iso.date().nullable(),
    comment: z.string().nullable(),
    startedAt: Time,
    finishedAt: Time.nullable(),
    orders: z.number().int(),
    done: z.number().int(),
    refused: z.number().int(),
    failed: z.number().int(),
  })
  .meta({ id: "BulkRun" });

export function tellBulkRun(run: BulkRunRow): z.input<typeof BulkRun> {
  return run;
}

export const BulkRunOrder = z
  .object({
    code: z.string(),
    account: z.string(),
    outcome: z.enum(["waiting", "running", "done", "refused", "failed"]),
    problem: z
      .object({ code: z.string(), detail: z.string() })
      .nullable()
      .describe("This says why we refused the order, or what failed."),
  })
  .meta({ id: "BulkRunOrder" });

export function tellBulkRunOrder({
  code,
  account,
  outcome,
  reason,
  message,
}: BulkResult): z.input<typeof BulkRunOrder> {
  return {
    code,
    account,
    outcome,
    problem: reason === null ? null : { code: reason, detail: message ?? "" },
  };
}
