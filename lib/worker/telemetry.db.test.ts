import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, createServer as listen } from "node:net";
import { afterEach, expect, onTestFinished, test } from "vitest";
import { unscoped } from "../server/kernel/db";
import { makeOrganization } from "../server/testing/factories/basics";
import { makeTask, storedTask } from "../server/testing/factories/provisioning";
import { startWorker } from "../server/testing/processes/worker";

afterEach(() => unscoped().$executeRaw`DELETE FROM graphile_worker._private_jobs`);

/** Listens as a collector of OpenTelemetry does, and keeps what it gets by path. */
async function startCollector() {
  const received: { path: string; body: string; authorization: string | undefined }[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { authorization } = request.headers;
    received.push({ path: request.url ?? "", body: Buffer.concat(parts).toString("latin1"), authorization });
    response.writeHead(200, { "content-type": "application/x-protobuf" }).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => server.closeAllConnections());
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, received };
}

/** Lets a worker do one job and end. */
async function workOnce(settings: Record<string, string>) {
  const here = await makeOrganization();
  const { id } = await makeTask(here);
  const { child, output } = startWorker(settings);
  await expect.poll(() => storedTask(here, id)).toMatchObject({ state: "provisioned" });
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
  return { here, id, output: output() };
}

test("a collector gets spans and metrics of the worker where the standard variables name it", async () => {
  const { url, received } = await startCollector();
  const { here, id, output } = await workOnce({
    OTEL_EXPORTER_OTLP_ENDPOINT: url,
    OTEL_EXPORTER_OTLP_HEADERS: "authorization=Basic abc",
    OTEL_RESOURCE_ATTRIBUTES: "deployment.environment.name=test-of-the-worker",
    LOG_LEVEL: "debug",
  });
  const sent = (path: string) => received.filter((one) => one.path === path);
  const traces = sent("/v1/traces")
    .map(({ body }) => body)
    .join("");
  expect(traces).toContain("order-desk-worker");
  expect(traces).toContain("test-of-the-worker");
  expect(traces).toContain("order_desk.call.name");
  expect(traces).toContain("provision");
  expect(traces).toContain(here.organizationId);
  expect(traces).not.toContain(id);
  expect(
    sent("/v1/metrics")
      .map(({ body }) => body)
      .join(""),
  ).toContain("order_desk.job.duration");
  expect(new Set(received.map(({ authorization }) => authorization))).toEqual(new Set(["Basic abc"]));
  const lines = output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.find(({ task }) => task === "provision")?.traceId).toMatch(/^[0-9a-f]{32}$/);
});

test("a collector gets nothing where the standard variables say none", async () => {
  const { url, received } = await startCollector();
  const settings: Record<string, string>[] = [
    { OTEL_TRACES_EXPORTER: "none", OTEL_METRICS_EXPORTER: "none" },
    { OTEL_SDK_DISABLED: "true" },
  ];
  for (const none of settings) await workOnce({ OTEL_EXPORTER_OTLP_ENDPOINT: url, ...none });
  expect(received).toEqual([]);
});

test("a worker answers readers of its metrics that have the token, on loopback", async () => {
  const probe = listen().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  const token = "a-token-that-only-these-tests-have";
  const here = await makeOrganization();
  const { id } = await makeTask(here);
  const { child } = startWorker({ METRICS_TOKEN: token, WORKER_METRICS_PORT: String(port) });
  await expect.poll(() => storedTask(here, id)).toMatchObject({ state: "provisioned" });
  const read = (path: string, authorization: string) =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers: { authorization } });
  await expect.poll(() => read("/metrics", "Bearer wrong").then(({ status }) => status)).toBe(401);
  expect((await read("/", `Bearer ${token}`)).status).toBe(404);
  const text = async () => (await read("/metrics", `Bearer ${token}`)).text();
  await expect.poll(text).toMatch(/order_desk_job_duration_count\{order_desk_job_name="provision",[^}]*\} 1/);
  expect(await text()).toMatch(/^order_desk_workers_living 1$/m);
  expect(await text()).toContain('order_desk_door="worker"');
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
});

test("a worker whose port for metrics is taken works on without, and takes it as soon as it is free", async () => {
  const taken = listen().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = taken.address() as AddressInfo;
  const token = "a-token-that-only-these-tests-have";
  const here = await makeOrganization();
  const { id } = await makeTask(here);
  const { child, output } = startWorker({ METRICS_TOKEN: token, WORKER_METRICS_PORT: String(port) });
  await expect.poll(() => storedTask(here, id)).toMatchObject({ state: "provisioned" });
  await expect.poll(output).toContain("worker_metrics");
  taken.close();
  const headers = { authorization: `Bearer ${token}` };
  const status = () => fetch(`http://127.0.0.1:${port}/metrics`, { headers }).then((answer) => answer.status);
  await expect.poll(status).toBe(200);
  child.kill("SIGTERM");
  await once(child, "exit");
});
