export type Telemetry = {
  /** Returns all metrics of this process in the text format of Prometheus. */
  metricsText: () => Promise<string>;
  /** Sends what has not been sent yet, and stops measuring. */
  stop: () => Promise<void>;
};

const globalForTelemetry = globalThis as { telemetry?: Telemetry | undefined };

/** Returns the telemetry of this process, or undefined if it measures nothing. */
export function telemetry(): Telemetry | undefined {
  return globalForTelemetry.telemetry;
}

/** Sets the telemetry of this process from now on. */
export function run(running: Telemetry | undefined): void {
  globalForTelemetry.telemetry = running;
}
