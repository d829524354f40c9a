import "server-only";
import { setMaxListeners } from "node:events";

const globalForStopping = globalThis as { stoppingSignal?: AbortSignal };

/**
 * Returns the signal that is aborted when this process is asked to stop. The web server waits for its open responses before it
 * ends, so whatever answers for long ends with it.
 */
export function stopping(): AbortSignal {
  if (!globalForStopping.stoppingSignal) {
    const controller = new AbortController();
    // Every open answer listens to it.
    setMaxListeners(0, controller.signal);
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => controller.abort());
    globalForStopping.stoppingSignal = controller.signal;
  }
  return globalForStopping.stoppingSignal;
}
