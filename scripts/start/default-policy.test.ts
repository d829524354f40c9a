import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test, vi } from "vitest";

test("every answer allows nothing until a page says otherwise, and asks to stay with HTTPS where it is", async () => {
  const server = createServer((request, response) => {
    if (request.url === "/page") response.setHeader("content-security-policy", "default-src 'self'");
    response.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  vi.stubEnv("NEXTAUTH_URL", "https://desk.example");
  await import("./default-policy.mjs");
  const headersOf = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).headers;

  const program = await headersOf("/api/v1/orders");
  expect(program.get("content-security-policy")).toContain("default-src 'none'");
  expect(program.get("strict-transport-security")).toBe("max-age=63072000; includeSubDomains");
  expect((await headersOf("/page")).get("content-security-policy")).toBe("default-src 'self'");
  server.close();
});
