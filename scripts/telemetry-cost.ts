// `npm run telemetry:cost` prints what it costs a call to be measured. The call itself does nothing, and nothing is sent.

import { context, metrics, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import { BasicTracerProvider, BatchSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { z } from "zod";
import { systemCtx } from "../lib/server/kernel/ctx";
import { staff } from "../lib/server/kernel/definition/caller";
import { query } from "../lib/server/kernel/definition/query";

const asks = query({
  name: "order.list",
  caller: staff("order:read"),
  input: z.undefined(),
  run: async () => 1,
});
const ctx = systemCtx("00000000-0000-4000-8000-000000000000", new Date());

/** Returns the processor's microseconds of a call, in the fastest of some rounds, since others use the machine as well. */
async function microseconds(calls = 20_000, rounds = 15): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    for (let call = 0; call < calls; call++) await asks(ctx);
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / calls);
  }
  return best;
}

const without = await microseconds();
const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 });
metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
const measured = await microseconds();
context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
const dropped = { export: () => {}, shutdown: async () => {} };
trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new BatchSpanProcessor(dropped)] }));
const traced = await microseconds();

console.table({
  "without an SDK": { "µs a call": without.toFixed(2), "more than without": "" },
  "with metrics": { "µs a call": measured.toFixed(2), "more than without": (measured - without).toFixed(2) },
  "with metrics and traces": {
    "µs a call": traced.toFixed(2),
    "more than without": (traced - without).toFixed(2),
  },
});
process.exit(0);
