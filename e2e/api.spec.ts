import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "./fixtures/test";

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
