import { expect, test } from "vitest";
import { signSimulatedNotice } from "@/lib/server/storefront/payments/drivers/simulated";
import { POST } from "./[driver]/route";

function post(body: string, { driver = "simulated", signature = signSimulatedNotice(body) } = {}) {
  const headers = { "x-signature": signature };
  const request = new Request("http://localhost/", { method: "POST", body, headers });
  return POST(request, { params: Promise.resolve({ driver }) });
}

test.each([
  ["another driver", 404, () => post("abc", { driver: "constructor" })],
  ["another signature", 400, () => post("abc", { signature: signSimulatedNotice("abd") })],
  ["too much, signed or not", 413, () => post("a".repeat(20_000))],
])("refuses %s", async (_, status, call) => {
  expect((await call()).status).toBe(status);
});

test("takes a notice of what nobody knows, so that it is not sent for ever", async () => {
  expect((await post(crypto.randomUUID())).status).toBe(204);
});
