import type { Task } from "graphile-worker";
import { sealEvents } from "../server/audit-log/seal-events";
import { carryOutBulkRun } from "../server/bulk/commands/carry-out-bulk-run";
import { carryOutImport } from "../server/imports/commands/carry-out-import";
import { measuredOutcome } from "../server/kernel/definition/outcome";
import type { Tasks } from "../server/kernel/jobs";
import { log } from "../server/kernel/log";
import { measure } from "../server/kernel/telemetry/instruments";
import { sendMessage } from "../server/messages/commands/send-message";
import { foldOrderCounts } from "../server/order-counts/fold";
import { provision } from "../server/provisioning/commands/provision";
import { executeScheduled } from "../server/scheduling/commands/execute-scheduled";
import { forgetExpired } from "../server/sign-in/tries/forget-expired";
import { executePaid } from "../server/storefront/payments/commands/execute-paid";
import { settleOpenPayments } from "../server/storefront/payments/settle-open";
import { advanceTrial } from "../server/trials/commands/advance-trial";
import { sendForgottenLink } from "../server/users/forgotten";
import { deliverWebhook } from "../server/webhooks/commands/deliver-webhook";
import { makeDeliveries } from "../server/webhooks/commands/make-deliveries";
import { tally } from "./tally";

/** Has a definition for each name by which jobs are queued, and under that name. */
const ofTheQueue = {
  provision,
  bulk_run: carryOutBulkRun,
  import: carryOutImport,
  execute_scheduled: executeScheduled,
  execute_paid: executePaid,
  advance_trial: advanceTrial,
  send_message: sendMessage,
  make_deliveries: makeDeliveries,
  deliver_webhook: deliverWebhook,
} satisfies { [Name in keyof Tasks]: { definition: { name: Name } } };

/** Does the work of a job, and answers a word for how it ended if jobs of this task end in several ways. */
type Work = (...job: Parameters<Task>) => Promise<unknown>;

/** Makes the work of a task of the queue, which retries with growing pauses if it throws. */
function onQueue(work: (typeof ofTheQueue)[keyof Tasks]): Work {
  const { name, caller } = work.definition;
  return async (payload, { abortSignal: signal }) => {
    const { organizationId, ...input } = payload as Tasks[typeof name];
    const result = await work(caller.actIn(organizationId, new Date()), input, { signal });
    const outcome = result.ok ? result.value : "refused";
    tally(name, outcome);
    return outcome;
  };
}

/** Makes the task that graphile-worker calls, and measures its jobs. */
function measured(name: string, work: Work): Task {
  return async (...job) => {
    const begun = performance.now();
    let outcome = "failed";
    try {
      const answered = await work(...job);
      outcome = typeof answered === "string" ? measuredOutcome(answered) : "done";
    } finally {
      measure("order_desk.job.duration", (performance.now() - begun) / 1000, {
        "order_desk.job.name": name,
        "order_desk.outcome": outcome,
      });
    }
  };
}

/** Lists what the worker does: the tasks of the queue by their names, what was asked for at sign-in, and what runs by the clock. */
const works: Record<string, Work> = {
  ...Object.fromEntries(Object.entries(ofTheQueue).map(([name, work]) => [name, onQueue(work)])),
  fold_order_counts: async () => {
    const rows = await foldOrderCounts();
    log.debug({ event: "fold_order_counts", rows }, "Order counts folded");
  },
  seal_events: async () => {
    const seals = await sealEvents(new Date());
    log.debug({ event: "seal_events", seals }, "Events sealed");
  },
  settle_payments: async () => {
    const ended = await settleOpenPayments(new Date());
    log.debug({ event: "settle_payments", ended }, "Asked about open payments");
  },
  forgotten_password: async (payload) => {
    const { email } = payload as { email: string };
    const outcome = await sendForgottenLink(email, new Date());
    tally("forgotten_password", outcome);
    return outcome;
  },
  forget_expired: async () => {
    const forgotten = await forgetExpired(new Date());
    log.debug({ event: "forget_expired", ...forgotten }, "Forgot what had run out");
  },
};

export const tasks: Record<string, Task> = Object.fromEntries(
  Object.entries(works).map(([name, work]) => [name, measured(name, work)]),
);

/** Sets when the tasks of the clock run. Runs that were missed while no worker ran are skipped. */
export const schedule = `
* * * * * fold_order_counts ?max=1
* * * * * seal_events ?max=1
*/5 * * * * settle_payments ?max=1
23 * * * * forget_expired ?max=1
`;
