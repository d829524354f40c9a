import { ConfigError } from "../kernel/config";

/** Says what is sent to a collector, by the standard variables of OpenTelemetry. */
export type TelemetrySettings = {
  /** Says that nothing is measured at all. */
  disabled: boolean;
  traces: boolean;
  metrics: boolean;
  /** Says how often metrics are sent, in milliseconds. */
  metricsEveryMs: number;
};

const signals = ["TRACES", "METRICS"] as const;
const protocol = "http/protobuf";
const samplers = ["always_on", "always_off", "traceidratio"].flatMap((one) => [one, `parentbased_${one}`]);
const dayMs = 86_400_000;

/** Tells whether a collector can be at this address. "collector:4318" is one of the scheme "collector". */
function isAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/**
 * Reads what OpenTelemetry's variables ask for. Nothing is sent without an address or an exporter. The SDK reads addresses,
 * headers and the sampler by itself; we check those that it would take wrongly in silence. @throws ConfigError with one line for each variable
 */
export function telemetrySettings(env: Record<string, string | undefined>): TelemetrySettings {
  const value = (name: string) => env[name]?.trim() || undefined;
  const wrong: string[] = [];
  const sends = Object.fromEntries(
    signals.map((signal) => {
      const name = `OTEL_${signal}_EXPORTER`;
      const endpoint = value("OTEL_EXPORTER_OTLP_ENDPOINT") ?? value(`OTEL_EXPORTER_OTLP_${signal}_ENDPOINT`);
      const exporter = value(name) ?? (endpoint ? "otlp" : "none");
      if (exporter !== "otlp" && exporter !== "none") wrong.push(`${name} must be otlp or none`);
      return [signal, exporter === "otlp"];
    }),
  );
  for (const name of [
    "OTEL_EXPORTER_OTLP_PROTOCOL",
    ...signals.map((one) => `OTEL_EXPORTER_OTLP_${one}_PROTOCOL`),
  ]) {
    if ((value(name) ?? protocol) !== protocol) wrong.push(`${name} must be ${protocol}`);
  }
  for (const name of ["", "_TRACES", "_METRICS"].map((signal) => `OTEL_EXPORTER_OTLP${signal}_ENDPOINT`)) {
    if (!isAddress(value(name) ?? "http://unset")) wrong.push(`${name} must be a URL like http://host:4318`);
  }
  const sampler = value("OTEL_TRACES_SAMPLER");
  if (sampler && !samplers.includes(sampler)) {
    wrong.push(`OTEL_TRACES_SAMPLER must be one of ${samplers.join(", ")}`);
  }
  const everyMs = Number(value("OTEL_METRIC_EXPORT_INTERVAL") ?? 60_000);
  if (!Number.isInteger(everyMs) || everyMs < 1000 || everyMs > dayMs) {
    wrong.push("OTEL_METRIC_EXPORT_INTERVAL must be a whole number of milliseconds, from a second to a day");
  }
  const disabled = value("OTEL_SDK_DISABLED")?.toLowerCase() === "true";
  if (wrong.length > 0 && !disabled) throw new ConfigError(wrong.join("\n"));
  return {
    disabled,
    traces: !disabled && sends.TRACES === true,
    metrics: !disabled && sends.METRICS === true,
    metricsEveryMs: everyMs,
  };
}
