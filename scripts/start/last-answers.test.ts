import { once } from "node:events";
import { Agent, createServer, get, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { endConnectionsWithAnswers } from "./last-answers.mjs";

test("a server that stops answers what has begun, and ends the connection that a proxy keeps open", async () => {
  const server = createServer();
  // A connection would stay for as long as the proxy wants it.
  server.keepAliveTimeout = 0;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const proxy = new Agent({ keepAlive: true, maxSockets: 1 });
  const answered = once(get({ port, host: "127.0.0.1", agent: proxy }), "response");
  const [, response] = (await once(server, "request")) as [IncomingMessage, ServerResponse];

  endConnectionsWithAnswers();
  const closed = once(server, "close");
  server.close();
  response.end("done");
  const [message] = (await answered) as [IncomingMessage];
  expect(await text(message)).toBe("done");
  await closed;
  proxy.destroy();
});
