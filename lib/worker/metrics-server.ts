import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { answerMetrics } from "../server/doors/metrics";
import { config } from "../server/kernel/config";
import { log } from "../server/kernel/log";

/** Answers readers of the worker's metrics where WORKER_METRICS_PORT says. A port that is taken stops no worker. */
export async function serveMetrics(): Promise<Server | undefined> {
  const { workerMetrics } = config();
  if (!workerMetrics) return undefined;
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      log.error({ err: error, event: "worker_metrics" }, "The metrics could not be read");
      response.destroy();
    });
  });
  try {
    server.listen(workerMetrics.port, workerMetrics.host);
    await once(server, "listening");
  } catch (error) {
    log.error({ err: error, event: "worker_metrics" }, "The worker cannot answer readers of its metrics");
    return undefined;
  }
  server.on("error", (error) =>
    log.error({ err: error, event: "worker_metrics" }, "The metrics' server failed"),
  );
  return server;
}

async function answer({ method, url, headers }: IncomingMessage, response: ServerResponse): Promise<void> {
  const answered =
    method === "GET" && url === "/metrics"
      ? await answerMetrics(headers.authorization ?? null)
      : new Response("There is nothing here.\n", { status: 404 });
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  response.end(await answered.text());
}
