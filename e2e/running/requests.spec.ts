import { once } from "node:events";
import { type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { expensiveCalls } from "../../lib/domain/expensive-calls";
import { expect, test } from "../fixtures/test";

/** Every answer that a browser may open, of pages, data, files and streams, and of what fails before a page. */
const addresses = [
  ["a page", "/orders", 200],
  ["a page of the API's documentation", "/api/docs", 200],
  ["a page that is not there", "/no-such-page", 404],
  ["a redirect of a page", "/", 307],
  ["a redirect before any page", "/orders/", 308],
  ["a redirect of an address with a slash too many", "/orders//new", 308],
  ["an address that nobody can read", "/%E0%A4%A", 500],
  ["data", "/dashboard/summary", 200],
  ["a problem of the API", "/api/v1/orders", 401],
  ["a problem of an import", "/api/v1/imports", 401],
  ["an unknown path of the API", "/api/no-such-path", 404],
  ["a CSV file", "/orders/export", 200],
  ["an icon", "/icon.svg", 200],
  ["a script that is not there", "/_next/static/no-such.js", 404],
  ["a method that is not taken", "/setup/imports/upload", 405],
  ["the state of the session", "/api/auth/session", 200],
] as const;

test("every answer has a content security policy", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.administrator);
  const ask = (path: string) => page.request.get(path, { maxRedirects: 0 });
  for (const [what, path, status] of addresses) {
    const answer = await ask(path);
    expect(answer.status(), what).toBe(status);
    expect(answer.headers()["content-security-policy"], what).toMatch(
      /default-src '(self|none)'.*frame-ancestors 'none'/,
    );
    expect(answer.headers()["x-content-type-options"], what).toBe("nosniff");
  }

  await page.goto("/orders");
  const html = await (await ask("/orders")).text();
  for (const form of [/\/_next\/static\/[^"]+\.js/, /\/_next\/static\/[^"]+\.css/]) {
    const [path = ""] = form.exec(html) ?? [];
    expect((await ask(path)).headers()["content-security-policy"], path).toContain("default-src 'none'");
  }
  const live = await page.evaluate(async () => {
    const aborting = new AbortController();
    const { headers } = await fetch("/api/live", { signal: aborting.signal });
    aborting.abort();
    return headers.get("content-security-policy");
  });
  expect(live).toContain("default-src 'self'");
});

test("a PDF has a content security policy", async ({ signedIn }) => {
  const page = await signedIn("admin@example.com");
  await page.goto("/invoices");
  const number = await page.getByRole("table", { name: "Invoices" }).getByRole("link").first().textContent();
  const answer = await page.request.get(`/invoices/${number}/pdf`);
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  expect(answer.headers()["content-security-policy"]).toContain("default-src 'self'");
});

test.describe("a body that is too long is refused, and not received to its end", () => {
  const form = "application/x-www-form-urlencoded";
  const json = "application/json";
  const sent = 64 * 1024 * 1024;
  const routes: [string, string][] = [
    ["/api/auth/callback/credentials", form],
    ["/api/oauth/token", form],
    ["/api/payments/simulated", json],
    ["/api/provisioning/callback/00000000-0000-4000-8000-000000000000", json],
    ["/api/v1/orders", json],
    ["/tmf-api/productOrderingManagement/v4/productOrder", json],
    ["/api/mcp", json],
    ["/login", "multipart/form-data; boundary=x"],
    ["/orders", "text/plain;charset=UTF-8"],
    ["/switch-organization", json],
  ];

  for (const [path, type] of routes) {
    test(path, async ({ baseURL, organization, ask }) => {
      const { key } = await ask<{ key: string }>("program", organization.operator, "administrator");
      for (const length of [sent, null]) {
        const call = httpRequest(`${baseURL}${path}`, {
          method: "POST",
          headers: {
            "content-type": type,
            authorization: `Bearer ${key}`,
            accept: "application/json, text/event-stream",
            ...(length !== null && { "content-length": length }),
          },
        });
        // The server ends the connection while we still send.
        call.on("error", () => {});
        const answered = once(call, "response") as Promise<[IncomingMessage]>;
        void write(call, sent);
        const [response] = await answered;
        expect(response.statusCode, `${path} ${length ? "with" : "without"} its length`).toBe(413);
        await text(response).catch(() => "");
        call.destroy();
      }
    });
  }

  async function write(call: ClientRequest, bytes: number): Promise<void> {
    const piece = Buffer.alloc(65_536, "a");
    for (let left = bytes; left > 0 && !call.destroyed; left -= piece.length) {
      if (!call.write(piece)) await once(call, "drain").catch(() => {});
    }
    if (!call.destroyed) call.end();
  }
});

test("a session that exports too often is told when it may again, and others are not", async ({
  organization,
  signedIn,
}) => {
  const [busy, other] = [await signedIn(organization.operator), await signedIn(organization.operator)];
  for (let i = 0; i < expensiveCalls.export; i++)
    expect((await busy.request.get("/orders/export")).status()).toBe(200);
  const refused = await busy.request.get("/orders/export");
  expect(refused.status()).toBe(429);
  expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(0);
  expect((await other.request.get("/orders/export")).status()).toBe(200);
});
