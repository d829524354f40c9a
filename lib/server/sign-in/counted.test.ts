import { metrics } from "@opentelemetry/api";
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import { expect, it } from "vitest";
import { ok, refuse } from "@/lib/domain/values/result";
import { counted } from "./counted";

it("counts each step of a sign-in by how it ended, and hands the ending on", async () => {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 });
  const meters = new MeterProvider({ readers: [reader] });
  metrics.setGlobalMeterProvider(meters);
  const wrong = refuse({ reason: "wrong" as const });
  expect(await counted("password", Promise.resolve(wrong))).toEqual(wrong);
  await counted("password", Promise.resolve(wrong));
  expect(await counted("passkey", Promise.resolve(ok("Jane")))).toEqual(ok("Jane"));
  await expect(counted("passkey", Promise.reject(new Error("broken")))).rejects.toThrow("broken");

  await meters.forceFlush();
  const [measured] = exporter
    .getMetrics()
    .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((one) => one.metrics));
  expect(measured?.descriptor.name).toBe("order_desk.sign_in.attempts");
  expect(measured?.dataPoints.map(({ attributes, value }) => [...Object.values(attributes), value])).toEqual([
    ["password", "wrong", 2],
    ["passkey", "done", 1],
  ]);
  await meters.shutdown();
});
