import { Logger, run } from "graphile-worker";
import { disconnect } from "../server/db";
import { log } from "../server/log";
import { requeueStalledTasks } from "../server/provisioning/requeue";
import { schedule, tasks } from "./tasks";

/** The worker process: any number may run, on any number of machines, beside one database. */

const concurrency = 8;
/** Of graphile-worker's levels; what it tells of each job is told by the task. */
const levels = { error: "error", warning: "warn", info: "debug", debug: "trace" } as const;

const runner = await run({
  connectionString: process.env.DATABASE_URL,
  concurrency,
  taskList: tasks,
  crontab: schedule,
  noHandleSignals: true,
  gracefulShutdownAbortTimeout: 4_000,
  logger: new Logger(() => (level, message) => log[levels[level]]({ event: "worker" }, message)),
});
log.info({ event: "worker_started", concurrency }, "Worker started");
// At once, not only with the minute: what a killed worker left is the first thing to do.
await requeueStalledTasks(new Date());

let stopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    log.info({ event: "worker_stopping", signal }, "Worker stops when its jobs are done");
    void runner.stop();
  });
}

try {
  await runner.promise;
} catch (error) {
  log.fatal({ err: error, event: "worker_failed" }, "Worker failed");
  process.exitCode = 1;
} finally {
  await disconnect();
}
