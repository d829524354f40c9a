import { beforeAll, expect, test } from "vitest";
import { deliverOrder } from "@/lib/server/orders/commands/deliver-order";
import {
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "@/lib/server/testing/factories/basics";
import { makeOrder } from "@/lib/server/testing/factories/orders";
import { makeScheduledOrder, storedSchedule } from "@/lib/server/testing/factories/scheduling";
import { owner } from "@/lib/server/testing/owner";

/** No program can do this to schedules, whatever SQL it writes. */

let here: TestOrganization;
beforeAll(async () => {
  here = await makeOrganization();
});

const schedule = (orderId: string, organizationId: string = here.organizationId) => owner().$executeRaw`
  INSERT INTO order_schedules (organization_id, order_id, day, time_zone)
  VALUES (${organizationId}::uuid, ${orderId}::uuid, '2026-12-03', 'UTC')`;

test("only an open primary order has a schedule, and only its own organization gives it one", async () => {
  const executed = await makeOrder(here, { statusId: here.statuses.Executed });
  await expect(schedule(executed.id)).rejects.toThrow(/primary order that is open/);
  const product = await makeProduct(here);
  const primary = await makeOrder(here, { items: [{ productId: product.id, quantity: 2 }] });
  const items = [{ itemId: primary.items[0]?.id ?? "", quantity: 1 }];
  const { subOrderCode } = value(await deliverOrder(here.as.operator, { code: primary.code, items }));
  const subOrder = await owner().order.findFirstOrThrow({ where: { code: subOrderCode } });
  await expect(schedule(subOrder.id)).rejects.toThrow(/primary order that is open/);
  const there = await makeOrganization();
  await expect(schedule(primary.id, there.organizationId)).rejects.toThrow(/primary order that is open/);
});

test("a schedule has at most five tries", async () => {
  const { id } = await makeScheduledOrder(here);
  for (const attempts of [-1, 6]) {
    await expect(
      owner().$executeRaw`UPDATE order_schedules SET attempts = ${attempts} WHERE order_id = ${id}::uuid`,
    ).rejects.toThrow(/order_schedules_attempts/);
  }
});

test("a schedule ends with its order, whoever ends it", async () => {
  const { id, code } = await makeScheduledOrder(here);
  await owner().$executeRaw`
    UPDATE orders SET status_id = ${here.statuses.Canceled}::uuid, status_type = 'cancelled', cancelled_at = now()
    WHERE id = ${id}::uuid`;
  expect(await storedSchedule(here.as.operator, code)).toBeNull();
});
