import { expect, it } from "vitest";
import { telemetrySettings } from "./settings";

const nothing = { disabled: false, traces: false, metrics: false, metricsEveryMs: 60_000 };

it("sends nothing anywhere without OpenTelemetry's variables", () => {
  expect(telemetrySettings({})).toEqual(nothing);
  expect(telemetrySettings({ OTEL_SERVICE_NAME: "desk", OTEL_EXPORTER_OTLP_ENDPOINT: " " })).toEqual(nothing);
});

it.each([
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: "http://c:4318" }, { traces: true, metrics: true }],
  [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: "http://c:4318/v1/traces" }, { traces: true, metrics: false }],
  [{ OTEL_TRACES_EXPORTER: "otlp" }, { traces: true, metrics: false }],
  [
    { OTEL_EXPORTER_OTLP_ENDPOINT: "http://c", OTEL_METRICS_EXPORTER: "none" },
    { traces: true, metrics: false },
  ],
  [
    { OTEL_EXPORTER_OTLP_ENDPOINT: "http://c", OTEL_TRACES_EXPORTER: "none" },
    { traces: false, metrics: true },
  ],
  [
    { OTEL_EXPORTER_OTLP_ENDPOINT: "http://c", OTEL_SDK_DISABLED: "true" },
    { disabled: true, traces: false, metrics: false },
  ],
])("reads from %j what is sent", (env, sends) => {
  expect(telemetrySettings(env)).toEqual({ ...nothing, ...sends });
});

it.each([
  [{ OTEL_TRACES_EXPORTER: "zipkin" }, "OTEL_TRACES_EXPORTER must be otlp or none"],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: "collector:4318" }, "OTEL_EXPORTER_OTLP_ENDPOINT must be a URL"],
  [{ OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: "http://" }, "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT must be a URL"],
  [{ OTEL_TRACES_SAMPLER: "some" }, "OTEL_TRACES_SAMPLER must be one of always_on,"],
  [{ OTEL_METRIC_EXPORT_INTERVAL: "9999999999" }, "OTEL_METRIC_EXPORT_INTERVAL must be a whole number"],
  [{ OTEL_EXPORTER_OTLP_PROTOCOL: "grpc" }, "OTEL_EXPORTER_OTLP_PROTOCOL must be http/protobuf"],
  [
    { OTEL_METRIC_EXPORT_INTERVAL: "soon" },
    "OTEL_METRIC_EXPORT_INTERVAL must be a whole number of milliseconds",
  ],
])("refuses %j with one line", (env, line) => {
  expect(() => telemetrySettings(env)).toThrow(line);
});
