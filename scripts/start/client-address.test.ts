import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { clientAddress } from "./client-address.mjs";

describe("the address a request came from", () => {
  test.each([
    { told: undefined, trusted: 0, is: "::1" },
    { told: "1.2.3.4", trusted: 0, is: "::1" },
    { told: "1.2.3.4", trusted: 1, is: "1.2.3.4" },
    { told: "6.6.6.6, 1.2.3.4", trusted: 1, is: "1.2.3.4" },
    { told: "6.6.6.6, 1.2.3.4, 10.0.0.1", trusted: 2, is: "1.2.3.4" },
    // With fewer hops than proxies, the request did not come through all of them.
    { told: "1.2.3.4", trusted: 3, is: "1.2.3.4" },
  ])("$told through $trusted proxies is $is", ({ told, trusted, is }) => {
    expect(clientAddress(told, "::1", trusted)).toBe(is);
  });

  test("is what the web server is told, whatever the client says", async () => {
    const server = createServer((request, response) => response.end(request.headers["x-forwarded-for"]));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}`, { headers: { "x-forwarded-for": "1.2.3.4" } });
    expect(await answer.text()).toBe("127.0.0.1");
    server.close();
  });
});
