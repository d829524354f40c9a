import { randomUUID } from "node:crypto";
import createClient from "openapi-fetch";
import { expect, test } from "vitest";
import type { paths } from "../../../../docs/examples/order-desk-api";
import { makeApiKey } from "../../testing/factories/api-keys";
import { makeOrganization } from "../../testing/factories/basics";
import { apiServer } from "./serve";

/** Takes orders through their lives with nothing but the types that are made from the OpenAPI document. */

const euros = (amount: string) => ({ amount, currency: "EUR" });

/** Returns what was answered. @throws Error with the problem, if there is one */
function found<Body>({ data, error }: { data?: Body; error?: unknown }): Body {
  if (data === undefined) throw new Error(JSON.stringify(error));
  return data;
}

test("the document alone is enough to create, deliver, execute, reverse and cancel orders", async () => {
  const { secret } = await makeApiKey(await makeOrganization(), { role: "administrator" });
  const client = createClient<paths>({
    baseUrl: "http://order-desk.test/api/v1",
    headers: { authorization: `Bearer ${secret}` },
    fetch: apiServer({ requestsPerMinute: 1_000 }),
  });
  const once = () => ({ "Idempotency-Key": randomUUID() });
  const getOrder = async (code: string) =>
    found(await client.GET("/orders/{code}", { params: { path: { code } } }));
  const statusOf = async (code: string) => (await getOrder(code)).status.description;

  const account = found(
    await client.POST("/accounts", {
      params: { header: once() },
      body: { name: "Contoso", creditLimit: euros("1000.00") },
    }),
  );
  const product = found(
    await client.POST("/products", {
      params: { header: once() },
      body: {
        ...{ code: "BACKUP", name: "Backup", type: "subscription", billingPeriod: "month" },
        ...{ price: euros("12.50"), cost: euros("7.00"), taxRate: "0" },
      },
    }),
  );
  const create = async (quantity: number) => {
    const body = { accountId: account.id, items: [{ productId: product.id, quantity }] };
    return found(await client.POST("/orders", { params: { header: once() }, body }));
  };

  // Three of five are delivered and executed first, and then the rest.
  const { code } = await create(5);
  const [item] = (await getOrder(code)).items;
  const part = found(
    await client.POST("/orders/{code}/deliveries", {
      params: { path: { code }, header: once() },
      body: { items: [{ itemId: item?.id ?? "", quantity: 3 }] },
    }),
  );
  const execute = async (one: string) =>
    found(
      await client.POST("/orders/{code}/execute", {
        params: { path: { code: one }, header: once() },
        body: {},
      }),
    );
  await execute(part.subOrderCode);
  expect(await statusOf(code)).toBe("Submitted");
  await execute(code);
  expect(await statusOf(code)).toBe("Executed");
  const unpaid = async () =>
    found(await client.GET("/accounts/{account}", { params: { path: { account: account.code } } })).unpaid;
  expect(await unpaid()).toEqual(euros("62.50"));

  const reversed = { path: { code }, header: once() };
  found(
    await client.POST("/orders/{code}/reverse", { params: reversed, body: { comment: "Ordered twice" } }),
  );
  expect(await unpaid()).toEqual(euros("0.00"));

  const other = await create(1);
  const params = { path: { code: other.code }, header: once() };
  found(await client.POST("/orders/{code}/cancel", { params, body: { comment: "No longer needed" } }));
  expect(await statusOf(other.code)).toBe("Canceled");
});
