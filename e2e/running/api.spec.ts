import { execFile, spawn } from "node:child_process";
import { promisify } from "node:util";
import { freePort } from "../fixtures/free-port";
import { expect, test } from "../fixtures/test";

/** The API as programs reach it, over the network. What each call does is tried in lib/server/doors/rest. */

const run = promisify(execFile);

test("a program without a key is told how to send one, and the description needs none", async ({
  request,
}) => {
  const refused = await request.get("/api/v1/orders");
  expect(refused.status()).toBe(401);
  expect(refused.headers()["content-type"]).toBe("application/problem+json");
  expect(refused.headers()["www-authenticate"]).toContain("Bearer");
  const { type } = await refused.json();
  expect((await request.get(type)).status()).toBe(200);

  const description = await request.get("/api/v1/openapi.json");
  expect((await description.json()).openapi).toBe("3.1.0");
  expect((await request.get("/api/docs/problems/no_such_problem")).status()).toBe(404);
});

test("the examples of the documentation run as they are written", async ({ organization, ask, baseURL }) => {
  const { key, account, product } = await ask<Record<"key" | "account" | "product", string>>(
    "program",
    organization.operator,
  );
  const env = { ...process.env, ORDER_DESK: baseURL, KEY: key, ACCOUNT: account, PRODUCT: product };
  const shell = await run("bash", ["docs/examples/deliver-in-parts.sh"], { env });
  expect(shell.stdout).toMatch(
    /^Ordered ten units: order (\d+)\nExecuted four of them: sub-order \1-1, invoice INV-\d+\n/,
  );
  expect(shell.stdout).toContain("Canceled the rest: Executed");

  for (const _ of [1, 2])
    await ask("order", organization.operator, organization.accounts[0], [
      { product: organization.products[0] },
    ]);
  // An open transaction of somebody else can hold the newest events back for a while.
  await expect(async () => {
    const typescript = await run(process.execPath, ["--import", "tsx", "docs/examples/keep-up.ts"], { env });
    expect(typescript.stdout).toBe("2 orders are unexecuted, and the events told of 2.\n");
  }).toPass();
});

test("the example of a receiver hears what happens, once, and takes nothing of others", async ({
  organization,
  ask,
  baseURL,
  request,
}) => {
  const { key } = await ask<{ key: string }>("program", organization.operator, "administrator");
  const headers = { authorization: `Bearer ${key}` };
  const port = await freePort();
  const address = `http://127.0.0.1:${port}/`;
  const data = { name: "Warehouse", url: address, types: ["order.created"] };
  const created = await request.post("/api/v1/webhook-endpoints", { headers, data });
  const { id, secret } = await created.json();
  const receiver = spawn(process.execPath, ["--import", "tsx", "docs/examples/receive-webhooks.ts"], {
    env: { ...process.env, SECRET: secret, PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let heard = "";
  receiver.stdout.on("data", (chunk) => {
    heard += chunk;
  });
  await expect.poll(() => heard).toBe(`Listening on port ${port}\n`);
  const forged = await request.post(address, { data: { type: "order.created", data: { order: null } } });
  expect(forged.status()).toBe(401);

  const path = `${baseURL}/api/v1/webhook-endpoints/${id}`;
  await request.post(`${path}/test`, { headers });
  await expect.poll(() => heard).toBe(`Listening on port ${port}\nHeard webhook.tested\n`);
  const code = await ask("order", organization.operator, organization.accounts[0], [
    { product: organization.products[0] },
  ]);
  await expect.poll(() => heard).toContain(`Heard order.created of order ${code}\n`);

  const deliveries = async () =>
    (await (await request.get(`${path}/deliveries?state=delivered`, { headers })).json()).data;
  await expect.poll(async () => (await deliveries()).length).toBe(2);
  const [latest] = await deliveries();
  await request.post(`${path}/deliveries/${latest.id}/resend`, { headers });
  await expect.poll(async () => (await deliveries()).length).toBe(3);
  expect(heard.match(/order\.created/g)).toHaveLength(1);
  receiver.kill();
});
