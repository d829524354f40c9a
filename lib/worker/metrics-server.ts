import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { answerMetrics } from "../server/doors/metrics";
import { config } from "../server/kernel/config";
import { log } from "../server/kernel/log";

const againAfterMs = 10_000;

/**
 * Serves the worker's metrics on WORKER_METRICS_PORT. A port that is taken stops no worker: the former one may
 * still be finishing its jobs, so we try again until it is free.
 */
export function serveMetrics(): Server | undefined {
  const { workerMetrics } = config();
  if (!workerMetrics) return undefined;
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      log.error({ err: error, event: "worker_metrics" }, "The metrics could not be read");
      response.destroy();
    });
  });
  const listen = () => server.listen(workerMetrics.port, workerMetrics.host);
  server.on("error", (error) => {
    log.error({ err: error, event: "worker_metrics" }, "The worker cannot answer readers of its metrics");
    if (!server.listening) setTimeout(listen, againAfterMs).unref();
  });
  return listen();
}

async function answer({ method, url, headers }: IncomingMessage, response: ServerResponse): Promise<void> {
  const answered =
    method === "GET" && url === "/metrics"
      ? await answerMetrics(headers.authorization ?? null)
      : new Response("There is nothing here.\n", { status: 404 });
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  response.end(await answered.text());
}
