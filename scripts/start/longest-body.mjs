// The web server loads this, which refuses the body of a page that is too long and does not say its length. Where the length is
// said, proxy.ts refuses it before it is sent. docs/domain.md, section 7, "Requests".
import { subscribe } from "node:diagnostics_channel";
import { ServerResponse } from "node:http";

/** Holds the longest body of a page in bytes, as proxy.ts has it. Routes for programs and uploads read their own. */
const longestBody = 1_048_576;
const readTheirOwn = /^\/(api\/|tmf-api\/|setup\/imports\/upload(\?|$))/;

subscribe("http.server.request.start", (/** @type {any} */ { request, response }) => {
  if (request.headers["transfer-encoding"] === undefined || readTheirOwn.test(request.url)) return;
  const push = request.push.bind(request);
  let bytes = 0;
  let refused = false;
  request.push = (/** @type {Buffer | null} */ part, /** @type {any} */ encoding) => {
    if (refused) return true;
    bytes += part?.length ?? 0;
    if (bytes <= longestBody) return push(part, encoding);
    refused = true;
    refuse(request, response);
    // A request that ends before it is complete would cut the connection, and the answer with it.
    request.complete = true;
    return push(null);
  };
});

/**
 * Answers at once and ends the connection. What Next.js would answer to half a body is left out.
 * @param {any} request @param {any} response
 */
function refuse({ socket }, response) {
  if (response.headersSent) return;
  // A connection that is cut while its client still sends loses the answer, so what comes is dropped for a moment.
  socket.destroySoon = () => {
    socket.end();
    setTimeout(() => socket.destroy(), 2_000).unref();
  };
  const headers = { connection: "close", "content-type": "text/plain; charset=utf-8" };
  // Next.js has put its own in the place of these.
  ServerResponse.prototype.writeHead.call(response, 413, headers);
  ServerResponse.prototype.end.call(response, "This is longer than 1 MB, so we did not read it.");
  for (const name of ["writeHead", "setHeader", "appendHeader", "removeHeader", "flushHeaders", "end"])
    response[name] = () => response;
  response.write = () => true;
}
