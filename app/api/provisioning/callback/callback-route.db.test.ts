import { beforeAll, expect, test } from "vitest";
import { signed } from "@/lib/server/outside/signature";
import { makeOrganization, type TestOrganization } from "@/lib/server/testing/factories/basics";
import { makeTaskOf, storedTask } from "@/lib/server/testing/factories/provisioning";
import { makeVendorProduct, testSecret } from "@/lib/server/testing/factories/vendors";
import { POST } from "./[organization]/route";

let here: TestOrganization;
let taskId: string;
beforeAll(async () => {
  here = await makeOrganization();
  const product = await makeVendorProduct(here, { endpoint: "https://vendor.example.com" });
  taskId = (await makeTaskOf(here, product.id)).id;
});

function post(body: string, { organization = here.organizationId as string, secret = testSecret } = {}) {
  const headers = signed(secret, body, new Date());
  const request = new Request("http://localhost/", { method: "POST", body, headers });
  return POST(request, { params: Promise.resolve({ organization }) });
}

const told = () => JSON.stringify({ taskId, attempt: 1, result: { status: "done" } });

test.each([
  [
    "another secret",
    401,
    "not_signed",
    () => post(told(), { secret: "somebody else's secret, long enough" }),
  ],
  ["another organization", 401, "not_signed", () => post(told(), { organization: crypto.randomUUID() })],
  ["no organization at all", 401, "not_signed", () => post(told(), { organization: "northwind" })],
  ["what is no callback", 400, "not_understood", () => post("{}")],
  ["too much", 413, "too_long", () => post(" ".repeat(20_000))],
])("refuses %s", async (_, status, code, call) => {
  const response = await call();
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(await response.json()).toMatchObject({ status, code });
  expect(await storedTask(here, taskId)).toMatchObject({ state: "pending" });
});

test("believes who signs with the vendor's secret, as often as it is told", async () => {
  for (let time = 0; time < 2; time++) {
    const response = await post(told());
    expect([response.status, await response.json()]).toEqual([200, { state: "provisioned" }]);
  }
  expect(await storedTask(here, taskId)).toMatchObject({ state: "provisioned" });
});
