import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Telemetry } from "../telemetry/running";

const token = "a-token-that-only-these-tests-have";

beforeEach(() => vi.resetModules());
afterEach(async () => {
  await running?.stop();
  running = undefined;
  vi.unstubAllEnvs();
});

let running: Telemetry | undefined;

/** Returns the endpoint of a process that measures and has these settings. */
async function started(settings: Record<string, string>) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const { startTelemetry } = await import("../telemetry/start");
  const { telemetry } = await import("../telemetry/running");
  const { answerMetrics } = await import("./metrics");
  startTelemetry("web");
  running = telemetry();
  return answerMetrics;
}

test("nobody finds the metrics where no token is set, and nothing says that there could be any", async () => {
  const answer = await started({});
  const answers = [await answer(null), await answer("Bearer "), await answer(`Bearer ${token}`)];
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
});

test("nobody reads the metrics without the token", async () => {
  const answer = await started({ METRICS_TOKEN: token });
  for (const sent of [
    null,
    "",
    "Bearer",
    `Bearer ${token}x`,
    `Bearer ${token.slice(1)}`,
    `Basic ${token}`,
    token,
  ]) {
    const refused = await answer(sent);
    expect(refused.status, String(sent)).toBe(401);
    expect(refused.headers.get("www-authenticate")).toContain("Bearer");
    expect(await refused.text()).not.toContain("order_desk");
  }
});

test("a reader with the token gets the metrics as Prometheus reads them", async () => {
  const answer = await started({ METRICS_TOKEN: token, OTEL_SERVICE_NAME: "desk-of-acme" });
  const { count, measure } = await import("../kernel/telemetry/instruments");
  const ended = { "order_desk.job.name": "provision", "order_desk.outcome": "done" };
  measure("order_desk.job.duration", 0.07, ended);
  count("order_desk.sign_in.lockouts", { "order_desk.sign_in.locked": "person" });
  const answered = await answer(`Bearer ${token}`);
  expect(answered.status).toBe(200);
  expect(answered.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  expect(answered.headers.get("cache-control")).toBe("no-store");
  const text = await answered.text();
  const labels = 'order_desk_job_name="provision",order_desk_outcome="done"';
  expect(text).toContain(`order_desk_job_duration_bucket{${labels},le="0.05"} 0`);
  expect(text).toContain(`order_desk_job_duration_bucket{${labels},le="0.1"} 1`);
  expect(text).toContain('order_desk_sign_in_lockouts_total{order_desk_sign_in_locked="person"} 1');
  expect(text).toMatch(/^target_info\{.*service_name="desk-of-acme"/m);
  expect(text).toMatch(/^order_desk_jobs_due 0$/m);
  expect(text).toMatch(/^order_desk_workers_living 0$/m);
  expect(text).toMatch(/^order_desk_live_connections 0$/m);
  expect(text).toMatch(/^process_memory_usage \d+$/m);
  expect(text).toMatch(/^nodejs_eventloop_utilization [\d.e-]+$/m);
});

test("the queue is read, and without a database the rest is", async () => {
  const answer = await started({ METRICS_TOKEN: token });
  const { queueForgotten } = await import("../kernel/jobs");
  const { disconnect } = await import("../kernel/db");
  await queueForgotten("jane@example.com");
  const waits = await (await answer(`Bearer ${token}`)).text();
  expect(waits).toMatch(/^order_desk_jobs_due 1$/m);
  expect(waits).toMatch(/^order_desk_database_answering 1$/m);
  expect(waits).not.toContain("jane");
  await disconnect();

  vi.stubEnv("DATABASE_URL", "postgresql://nobody:wrong@127.0.0.1:1/nothing");
  const alone = await (await answer(`Bearer ${token}`)).text();
  expect(alone).toMatch(/^order_desk_jobs_due NaN$/m);
  expect(alone).toMatch(/^order_desk_database_answering 0$/m);
  expect(alone).toMatch(/^process_uptime /m);
});

test("a process in which OpenTelemetry is disabled has no metrics", async () => {
  const answer = await started({ METRICS_TOKEN: token, OTEL_SDK_DISABLED: "true" });
  expect((await answer(`Bearer ${token}`)).status).toBe(404);
});
