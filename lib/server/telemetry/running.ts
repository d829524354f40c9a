export type Telemetry = {
  /** Returns all metrics of this process in the text format of Prometheus. */
  metricsText: () => Promise<string>;
  /** Sends what is not sent yet, and measures nothing any more. */
  stop: () => Promise<void>;
};

const globalForTelemetry = globalThis as { telemetry?: Telemetry | undefined };

/** Returns what is measured in this process, or undefined if nothing is. */
export function telemetry(): Telemetry | undefined {
  return globalForTelemetry.telemetry;
}

/** Says what is measured in this process from now on. */
export function run(running: Telemetry | undefined): void {
  globalForTelemetry.telemetry = running;
}
