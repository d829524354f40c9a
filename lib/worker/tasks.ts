import type { Task } from "graphile-worker";
import { carryOutBulkRun } from "../server/bulk/run";
import { systemCtx } from "../server/ctx";
import type { Tasks } from "../server/jobs";
import { log } from "../server/log";
import { foldOrderCounts } from "../server/order-counts/fold";
import { provision } from "../server/provisioning/provision";

/** What the worker does: each task is one command. A task that throws is tried again, later and later. */
export const tasks = {
  provision: async (payload, { abortSignal: signal }) => {
    const { organizationId, taskId } = payload as Tasks["provision"];
    const result = await provision(systemCtx(organizationId, new Date()), { taskId }, { signal });
    log.info(
      { event: "provision", organizationId, taskId, outcome: result.ok && result.value },
      "Provisioning",
    );
  },
  bulk_run: async (payload) => {
    const { organizationId, runId } = payload as Tasks["bulk_run"];
    await carryOutBulkRun(organizationId, runId);
    log.info({ event: "bulk_run", organizationId, runId }, "Bulk run carried out");
  },
  fold_order_counts: async () => {
    const rows = await foldOrderCounts();
    log.debug({ event: "fold_order_counts", rows }, "Order counts folded");
  },
} satisfies Record<keyof Tasks | "fold_order_counts", Task>;

/** Every minute; one that was missed while no worker ran is not made up for. */
export const schedule = "* * * * * fold_order_counts ?max=1";
