import type { Task } from "graphile-worker";
import { carryOutBulkRun } from "../server/bulk/run";
import { schedulerCtx, systemCtx } from "../server/kernel/ctx";
import type { Tasks } from "../server/kernel/jobs";
import { log } from "../server/kernel/log";
import { sendMessage } from "../server/messages/send";
import { foldOrderCounts } from "../server/order-counts/fold";
import { provision } from "../server/provisioning/provision";
import { executeScheduled } from "../server/scheduling/execute-scheduled";
import { forgetExpired } from "../server/sign-in/forget-expired";
import { executePaid } from "../server/storefront/payments/execute-paid";
import { settleOpenPayments } from "../server/storefront/payments/settle-open";
import { advanceTrial } from "../server/trials/advance";
import { tally } from "./tally";

/** What the worker does: each task is one command. A task that throws is tried again, later and later. */
export const tasks = {
  provision: async (payload, { abortSignal: signal }) => {
    const { organizationId, taskId } = payload as Tasks["provision"];
    const result = await provision(systemCtx(organizationId, new Date()), { taskId }, { signal });
    done("provision", { organizationId, taskId }, result.ok ? result.value : "refused");
  },
  bulk_run: async (payload) => {
    const { organizationId, runId } = payload as Tasks["bulk_run"];
    await carryOutBulkRun(organizationId, runId);
    done("bulk_run", { organizationId, runId }, "carried_out");
  },
  execute_scheduled: async (payload) => {
    const { organizationId, code } = payload as Tasks["execute_scheduled"];
    const result = await executeScheduled(schedulerCtx(organizationId, new Date()), { code });
    done("execute_scheduled", { organizationId, code }, result.ok ? result.value : "refused");
  },
  execute_paid: async (payload) => {
    const { organizationId, paymentId } = payload as Tasks["execute_paid"];
    const result = await executePaid(systemCtx(organizationId, new Date()), { paymentId });
    const outcome = result.ok && result.value;
    log.info({ event: "execute_paid", organizationId, paymentId, outcome }, "Paid order");
  },
  advance_trial: async (payload) => {
    const { organizationId, subscriptionId } = payload as Tasks["advance_trial"];
    const result = await advanceTrial(systemCtx(organizationId, new Date()), { subscriptionId });
    done("advance_trial", { organizationId, subscriptionId }, result.ok ? result.value : "refused");
  },
  send_message: async (payload) => {
    const { organizationId, id } = payload as Tasks["send_message"];
    const result = await sendMessage(systemCtx(organizationId, new Date()), { id });
    done("send_message", { organizationId, id }, result.ok ? result.value : "refused");
  },
  fold_order_counts: async () => {
    const rows = await foldOrderCounts();
    log.debug({ event: "fold_order_counts", rows }, "Order counts folded");
  },
  settle_payments: async () => {
    const ended = await settleOpenPayments(new Date());
    log.debug({ event: "settle_payments", ended }, "Asked about open payments");
  },
  forget_expired: async () => {
    const forgotten = await forgetExpired(new Date());
    log.debug({ event: "forget_expired", ...forgotten }, "Forgot what had run out");
  },
} satisfies Record<keyof Tasks | "fold_order_counts" | "settle_payments" | "forget_expired", Task>;

/** Each job by itself is for those who look for it; how many there were is for everybody. */
function done(task: keyof Tasks, subject: Record<string, string>, outcome: string): void {
  log.debug({ event: task, ...subject, outcome }, "A job is done");
  tally(task, outcome);
}

/** What was missed while no worker ran is not made up for. */
export const schedule = `
* * * * * fold_order_counts ?max=1
*/5 * * * * settle_payments ?max=1
23 * * * * forget_expired ?max=1
`;
