import { once } from "node:events";
import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { metrics } from "@opentelemetry/api";
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import { expect, it } from "vitest";
import { doorOfRequest, measureRequests } from "./http-requests";

it.each([
  ["/api/v1/orders?q=Jane", "api"],
  ["/api/mcp", "mcp"],
  ["/tmf-api/productOrderingManagement/v4/productOrder", "tmf622"],
  ["/api/provisioning/callback/acme", "callback"],
  ["/api/payments/simulated", "callback"],
  ["/api/auth/session", "sign_in"],
  ["/api/oauth/token", "sign_in"],
  ["/api/ready", "probe"],
  ["/api/metrics", "probe"],
  ["/api/nothing", "other"],
  ["/_next/static/chunks/a.js", "asset"],
  ["/api/docs", "page"],
  ["/welcome/s3cret", "page"],
])("takes %s for the door %s", (url, door) => {
  expect(doorOfRequest({ url, headers: {} })).toBe(door);
});

it("takes a server action for one", () => {
  expect(doorOfRequest({ url: "/orders", headers: { "next-action": "a1" } })).toBe("action");
});

it("knows a door for each route for programs", () => {
  const files = readdirSync("app/api", { recursive: true, encoding: "utf8" });
  const programs = files.flatMap((file) => /^(.+)\/route\.ts$/.exec(file)?.[1] ?? []);
  const others = programs.filter((path) => doorOfRequest({ url: `/api/${path}`, headers: {} }) === "other");
  expect(others.sort()).toEqual(["[...missing]", "live", "live/orders/[code]"]);
});

it("measures what a server answers by method, status and door, and leaves out what stays open", async () => {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 });
  const meters = new MeterProvider({ readers: [reader] });
  metrics.setGlobalMeterProvider(meters);
  measureRequests();
  const server = createServer((request, response) => {
    if (request.url === "/api/live") response.setHeader("content-type", "text/event-stream; charset=utf-8");
    response.statusCode = request.url === "/api/v1/orders" ? 422 : 200;
    response.end("answered");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  for (const [path, method] of [
    ["/orders", "GET"],
    ["/api/v1/orders", "POST"],
    ["/api/live", "GET"],
  ] as const) {
    await (await fetch(`http://127.0.0.1:${port}${path}`, { method })).text();
  }
  server.close();
  server.closeAllConnections();
  await once(server, "close");

  await meters.forceFlush();
  const measured = exporter
    .getMetrics()
    .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((one) => one.metrics));
  expect(measured.map(({ descriptor }) => descriptor.name)).toEqual(["http.server.request.duration"]);
  expect(measured[0]?.dataPoints.map(({ attributes }) => attributes)).toEqual([
    { "http.request.method": "GET", "http.response.status_code": 200, "order_desk.door": "page" },
    { "http.request.method": "POST", "http.response.status_code": 422, "order_desk.door": "api" },
  ]);
  await meters.shutdown();
});
