// The web server loads this. Asked to stop, it lets nobody in any more and waits for its connections. One that a proxy keeps
// open would bring new requests until the server is killed, so each connection ends with the answer that it waits for.
import { subscribe } from "node:diagnostics_channel";

export function endConnectionsWithAnswers() {
  subscribe("http.server.request.start", (/** @type {any} */ { response }) => {
    response.setHeader("Connection", "close");
  });
  subscribe("http.server.response.finish", (/** @type {any} */ { server }) => {
    setImmediate(() => server.closeIdleConnections());
  });
}

for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, endConnectionsWithAnswers);
