import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import "./longest-body.mjs";

describe("a body that does not say its length", () => {
  const server = createServer(async (incoming, response) => {
    const body = await text(incoming).catch(() => "");
    response.setHeader("x-read", body.length);
    response.writeHead(500).end(String(body.length));
  });
  let port: number;
  beforeAll(async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => server.closeAllConnections());

  const send = async (path: string, bytes: number) => {
    const call = request({ host: "127.0.0.1", port, path, method: "POST" });
    call.on("error", () => {});
    const answered = once(call, "response");
    const piece = Buffer.alloc(65_536, "a");
    for (let left = bytes; left > 0 && !call.destroyed; left -= piece.length) {
      if (!call.write(piece.subarray(0, left))) await once(call, "drain").catch(() => {});
    }
    if (!call.destroyed) call.end();
    const [response] = await answered;
    return { status: response.statusCode, words: await text(response) };
  };

  test("is read whole if it is short enough", async () => {
    expect(await send("/orders", 1_048_576)).toEqual({ status: 500, words: "1048576" });
  });

  test("is refused in words if it is too long, whatever the page would answer", async () => {
    expect(await send("/orders", 1_048_577)).toEqual({
      status: 413,
      words: "This is longer than 1 MB, so we did not read it.",
    });
  });

  test.each(["/api/v1/orders", "/tmf-api/x", "/setup/imports/upload", "/setup/imports/upload?name=a.csv"])(
    "is left to %s, which reads its own",
    async (path) => {
      expect(await send(path, 2_000_000)).toEqual({ status: 500, words: "2000000" });
    },
  );
});
