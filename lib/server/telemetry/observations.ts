import { type EventLoopUtilization, monitorEventLoopDelay, performance } from "node:perf_hooks";
import pg from "pg";
import { countLivingWorkers } from "../database/worker-locks";
import { config } from "../kernel/config";
import { log } from "../kernel/log";
import { connections } from "../kernel/pool";
import { observe, type Readings } from "../kernel/telemetry/instruments";
import { liveConnections } from "../live/hub";

/** Begins to observe the process, its connections and the queue. What is observed is read when somebody asks for the metrics. */
export function beginObservations(part: "web" | "worker"): void {
  observeProcess();
  observe(
    ["db.client.connection.count", "db.client.connection.max", "db.client.connection.pending_requests"],
    () => {
      const { used, idle, waiting } = connections();
      return {
        "db.client.connection.count": [
          { value: used, attributes: { "db.client.connection.state": "used" } },
          { value: idle, attributes: { "db.client.connection.state": "idle" } },
        ],
        "db.client.connection.max": [{ value: config().databaseConnections }],
        "db.client.connection.pending_requests": [{ value: waiting }],
      };
    },
  );
  observe(
    [
      "order_desk.database.answering",
      "order_desk.jobs.due",
      "order_desk.jobs.oldest_due.age",
      "order_desk.workers.living",
    ],
    async () => queueReadings(await readQueue()),
  );
  if (part === "web") {
    observe(["order_desk.live.connections"], () => ({
      "order_desk.live.connections": [{ value: liveConnections() }],
    }));
  }
}

const resolutionMs = 10;

function observeProcess(): void {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  delay.enable();
  let before: EventLoopUtilization = performance.eventLoopUtilization();
  observe(
    ["nodejs.eventloop.delay.mean", "nodejs.eventloop.delay.p99", "nodejs.eventloop.utilization"],
    () => {
      // The timer that measures waits for its resolution anyway, which is no delay.
      const seconds = (nanoseconds: number) => Math.max(0, nanoseconds / 1e9 - resolutionMs / 1000);
      const readings: Readings = {
        ...(delay.count > 0 && {
          "nodejs.eventloop.delay.mean": [{ value: seconds(delay.mean) }],
          "nodejs.eventloop.delay.p99": [{ value: seconds(delay.percentile(99)) }],
        }),
        "nodejs.eventloop.utilization": [{ value: performance.eventLoopUtilization(before).utilization }],
      };
      before = performance.eventLoopUtilization();
      delay.reset();
      return readings;
    },
  );
  observe(["process.memory.usage", "process.cpu.time", "process.uptime"], () => {
    const { user, system } = process.cpuUsage();
    return {
      "process.memory.usage": [{ value: process.memoryUsage.rss() }],
      "process.cpu.time": [
        { value: user / 1e6, attributes: { "cpu.mode": "user" } },
        { value: system / 1e6, attributes: { "cpu.mode": "system" } },
      ],
      "process.uptime": [{ value: process.uptime() }],
    };
  });
}

const patienceMs = 2_000;
const mostCounted = 10_000;

type Queue = { due: number; age: number; living: number };

/** Tells that nobody knows the queue when we could not read it. Without a value, readers would get the last one again. */
function queueReadings(read: Queue | undefined): Readings {
  const { due, age, living } = read ?? { due: Number.NaN, age: Number.NaN, living: Number.NaN };
  return {
    "order_desk.database.answering": [{ value: read ? 1 : 0 }],
    "order_desk.jobs.due": [{ value: due }],
    "order_desk.jobs.oldest_due.age": [{ value: age }],
    "order_desk.workers.living": [{ value: living }],
  };
}

/** Reads the queue by a connection of its own, so that it also answers while the others are all taken. */
async function readQueue(): Promise<Queue | undefined> {
  const client = new pg.Client({
    connectionString: process.env.DATABASE_URL,
    application_name: "order-desk metrics",
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
  });
  // Further errors of a broken connection tell us nothing new.
  client.on("error", () => {});
  try {
    await client.connect();
    const queue = await client.query(`
      SELECT
        (SELECT count(*)::int FROM (
          SELECT FROM graphile_worker._private_jobs WHERE is_available AND run_at <= now() LIMIT ${mostCounted}
        ) AS due) AS due,
        coalesce((
          SELECT extract(epoch FROM now() - run_at)::float8 FROM graphile_worker._private_jobs
          WHERE is_available AND run_at <= now() ORDER BY priority, run_at LIMIT 1
        ), 0) AS age`);
    const workers = await client.query(countLivingWorkers);
    return { ...queue.rows[0], ...workers.rows[0] };
  } catch (error) {
    log.warn({ err: error, event: "metrics" }, "Could not read the queue for the metrics");
    return undefined;
  } finally {
    await client.end().catch(() => {});
  }
}
