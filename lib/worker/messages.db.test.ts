import { afterEach, expect, test } from "vitest";
import { unscoped } from "../server/kernel/db";
import { makeAccount, makeOrganization, makeProduct } from "../server/testing/factories/basics";
import { makeOrder } from "../server/testing/factories/orders";
import { startMailServer } from "../server/testing/processes/mail-server";
import { startWorker } from "../server/testing/processes/worker";

afterEach(() => unscoped().$executeRaw`DELETE FROM graphile_worker._private_jobs`);

test("two workers send each message of the outbox once", async () => {
  const server = await startMailServer();
  const here = await makeOrganization();
  const { id: accountId } = await makeAccount(here, { email: "buyer@customer.example" });
  const { id: productId } = await makeProduct(here);
  const items = [{ productId, quantity: 1 }];
  for (let index = 0; index < 30; index++) {
    await makeOrder(here, { accountId, items, statusId: here.statuses.Executed });
  }
  startWorker({ SMTP_URL: server.url, SMTP_FROM: "Desk <desk@shop.example>" });
  startWorker({ SMTP_URL: server.url, SMTP_FROM: "Desk <desk@shop.example>" });
  const sent = () =>
    unscoped().message.count({ where: { organizationId: here.organizationId, state: "sent" } });
  await expect.poll(sent, { interval: 250 }).toBe(30);
  const ids = server.received.map(({ source }) => source.match(/^Message-ID: (.*)$/m)?.[1]);
  expect([ids.length, new Set(ids).size]).toEqual([30, 30]);
  await server.close();
});
