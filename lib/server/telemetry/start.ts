import { randomUUID } from "node:crypto";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { setTimeout as sleep } from "node:timers/promises";
import { context, DiagLogLevel, diag, metrics, propagation, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import { OTLPMetricExporter } from "@opentelemetry/exporter-metrics-otlp-proto";
import { PrometheusSerializer } from "@opentelemetry/exporter-prometheus";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import {
  detectResources,
  envDetector,
  type Resource,
  resourceFromAttributes,
} from "@opentelemetry/resources";
import { MeterProvider, MetricReader, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import { BasicTracerProvider, BatchSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { config } from "../kernel/config";
import { log } from "../kernel/log";
import { stopping } from "../kernel/stopping";
import { usually } from "../kernel/telemetry/door";
import { measureRequests, requestStart } from "./http-requests";
import { beginObservations } from "./observations";
import { run, telemetry } from "./running";
import { type TelemetrySettings, telemetrySettings } from "./settings";
import { withoutPersonalData } from "./spans";

/** Collects the metrics when somebody asks for them. */
class AskedReader extends MetricReader {
  protected override async onForceFlush() {}
  protected override async onShutdown() {}
}

const longestReadMs = 8_000;
const patienceMs = 5_000;

/**
 * Measures this process from now on. Metrics are collected for whoever may ask for them. They and traces are sent to a collector only
 * if OpenTelemetry's standard variables say so. See docs/operations.md. @throws ConfigError
 */
export function startTelemetry(part: "web" | "worker"): void {
  const settings = telemetrySettings(process.env);
  if (part === "worker") usually("worker");
  if (settings.disabled || telemetry()) return;

  const tell = (level: "warn" | "error") => (message: string) => log[level]({ event: "telemetry" }, message);
  const silent = () => {};
  const words = { error: tell("error"), warn: tell("warn"), info: silent, debug: silent, verbose: silent };
  diag.setLogger(words, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });

  const own = { "service.name": `order-desk-${part}`, "service.instance.id": randomUUID() };
  const resource = resourceFromAttributes(own).merge(detectResources({ detectors: [envDetector] }));
  const reader = new AskedReader();
  const meters = new MeterProvider({ resource, readers: [reader, ...sentMetrics(settings)] });
  metrics.setGlobalMeterProvider(meters);
  const spans = settings.traces ? startTraces(resource) : undefined;
  // Without a proxy, anybody outside could decide which traces are kept.
  if (part === "worker" || config().trustedProxies > 0) {
    propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  }
  beginObservations(part);
  if (part === "web") {
    measureRequests();
    if (spans || settings.metrics) sendWhileStopping([meters, ...(spans ? [spans] : [])]);
  }

  // The names of metrics say whose they are, so the scope is left out.
  const serializer = new PrometheusSerializer(undefined, false, undefined, false, true);
  run({
    metricsText: async () => {
      const { resourceMetrics, errors } = await reader.collect({ timeoutMillis: longestReadMs });
      for (const err of errors) log.warn({ err, event: "metrics" }, "A metric could not be read");
      return serializer.serialize(resourceMetrics);
    },
    stop: async () => {
      run(undefined);
      const sending = Promise.allSettled([spans?.shutdown(), meters.shutdown()]);
      // A collector that does not answer keeps no process from stopping.
      await Promise.race([sending, sleep(patienceMs, undefined, { ref: false })]);
      for (const api of [metrics, trace, context, propagation, diag]) api.disable();
    },
  });
}

/**
 * Sends what a web server measures while it stops, since it ends with its last answer. It listens for the stop from the first request
 * on: one that has answered nothing yet ends at once.
 */
function sendWhileStopping(providers: { forceFlush: () => Promise<void> }[]): void {
  const send = () => {
    for (const provider of providers) void provider.forceFlush().catch(() => {});
  };
  const listen = () => {
    unsubscribe(requestStart, listen);
    stopping().addEventListener("abort", () => setInterval(send, 500).unref(), { once: true });
  };
  subscribe(requestStart, listen);
}

function sentMetrics({ metrics: sent, metricsEveryMs }: TelemetrySettings): PeriodicExportingMetricReader[] {
  if (!sent) return [];
  const exportTimeoutMillis = Math.min(30_000, metricsEveryMs);
  const exporter = new OTLPMetricExporter();
  return [
    new PeriodicExportingMetricReader({
      exporter,
      exportIntervalMillis: metricsEveryMs,
      exportTimeoutMillis,
    }),
  ];
}

function startTraces(resource: Resource): BasicTracerProvider {
  const provider = new BasicTracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor(withoutPersonalData(new OTLPTraceExporter()))],
    forceFlushTimeoutMillis: patienceMs,
  });
  trace.setGlobalTracerProvider(provider);
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  return provider;
}
