import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Logger, run, type WorkerEvents } from "graphile-worker";
import { disconnect } from "../server/kernel/db";
import { log } from "../server/kernel/log";
import { queueDueMessages } from "../server/messages/requeue";
import { requeueStalledTasks } from "../server/provisioning/requeue";
import { requeueDueOrders } from "../server/scheduling/requeue";
import { telemetry } from "../server/telemetry/running";
import { startTelemetry } from "../server/telemetry/start";
import { queueDueTrials } from "../server/trials/requeue";
import { queueDueWebhooks } from "../server/webhooks/requeue";
import { holdLiveness, type Liveness, releaseDeadWorkers } from "./liveness";
import { serveMetrics } from "./metrics-server";
import { tellTally } from "./tally";
import { schedule, tasks } from "./tasks";
import { wakeOnEvents } from "./wake";

/**
 * Limits the jobs at once in this process. Any number of worker processes may share one database, on any number of machines.
 */

const concurrency = 8;
const lookAfterMs = 10_000;
/** Lowers the levels of graphile-worker, because each task logs its own job. */
const levels = { error: "error", warning: "warn", info: "debug", debug: "trace" } as const;

const stopping = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    if (stopping.signal.aborted) return;
    log.info({ event: "worker_stopping", signal }, "Worker stops when its jobs are done");
    stopping.abort();
  });
}

startTelemetry("worker");
const metricsServer = serveMetrics();

while (!stopping.signal.aborted) {
  try {
    await work(process.env.DATABASE_URL ?? "");
  } catch (error) {
    log.error({ err: error, event: "worker_failed" }, "The worker lost its database and tries again");
    await sleep(2_000, undefined, { signal: stopping.signal }).catch(() => {});
  }
}
tellTally();
metricsServer?.close();
metricsServer?.closeAllConnections();
await telemetry()?.stop();
await disconnect();

/** Works until told to stop. Throws if the database is gone. */
async function work(connectionString: string): Promise<void> {
  const liveness = await holdLiveness(connectionString);
  const lookingAfter = setInterval(lookAfter, lookAfterMs);
  const waking = wakeOnEvents(connectionString);
  try {
    // The queue then hands out what killed workers left among its first jobs.
    await lookAfter();
    const runner = await startRunner(connectionString, liveness);
    const stop = () => void runner.stop().catch(() => {});
    if (stopping.signal.aborted) stop();
    stopping.signal.addEventListener("abort", stop, { once: true });

    const lost = liveness.lost.then(() => "lost" as const);
    if ((await Promise.race([runner.promise, lost])) !== "lost") return;
    const stuck = setTimeout(giveUp, 15_000);
    await runner.stop().catch(() => {});
    clearTimeout(stuck);
    throw new Error("The connection to the database is gone");
  } finally {
    clearInterval(lookingAfter);
    await waking.stop();
    await liveness.end().catch(() => {});
  }
}

async function startRunner(connectionString: string, liveness: Liveness) {
  const events: WorkerEvents = new EventEmitter();
  // The queue locks a job for the whole pool and not for a single worker of it.
  events.on("pool:create", ({ workerPool }) => liveness.add(workerPool.id));
  const runner = await run({
    connectionString,
    concurrency,
    taskList: tasks,
    crontab: schedule,
    events,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: 4_000,
    logger: new Logger(() => (level, message) => log[levels[level]]({ event: "worker" }, message)),
  });
  const line = "Worker started";
  log.info({ event: "worker_started", concurrency }, line);
  // The process that keeps this one running waits for this message, and until it has seen the line that it names.
  process.send?.(log.isLevelEnabled("info") ? line : "");
  return runner;
}

/** Ends the process if the queue cannot be stopped. The process that keeps it running then starts it anew. */
function giveUp(): never {
  log.fatal({ event: "worker_stuck" }, "The worker does not stop");
  process.exit(1);
}

/** Takes up what killed workers left. */
async function lookAfter(): Promise<void> {
  try {
    const dead = await releaseDeadWorkers();
    const now = new Date();
    const queued = (await requeueStalledTasks(now)) + (await requeueDueOrders(now));
    await queueDueMessages(now);
    await queueDueTrials(now);
    await queueDueWebhooks(now);
    if (dead.length + queued > 0) {
      log.warn({ event: "worker_looked_after", dead, queued }, "Took up what killed workers left");
    }
  } catch (error) {
    log.warn({ err: error, event: "worker_looked_after" }, "Could not look after killed workers");
  }
}
