import { beforeAll, expect, test } from "vitest";
import { makeAccount, makeOrganization } from "@/lib/server/testing/factories/basics";
import { makeOrder } from "@/lib/server/testing/factories/orders";
import { owner } from "@/lib/server/testing/owner";

/** No program can do this to messages, whatever SQL it writes. */

let id: string;
beforeAll(async () => {
  const here = await makeOrganization();
  const { id: accountId } = await makeAccount(here, { email: "buyer@customer.example" });
  const order = await makeOrder(here, { accountId, statusId: here.statuses.Executed });
  ({ id } = await owner().message.findFirstOrThrow({ where: { orderId: order.id } }));
});

test.each([
  ["a text that changes", "SET text = 'Something else'", /not changed after it was written/],
  ["another order", "SET order_id = gen_random_uuid()", /not changed after it was written/],
  ["another link", "SET link_id = gen_random_uuid()", /not changed after it was written/],
  ["one waiting for nothing", "SET next_attempt_at = NULL", /messages_next_attempt/],
  ["one sent that waits", "SET state = 'sent', sent_at = now()", /messages_next_attempt/],
  ["one sent at no time", "SET state = 'sent', next_attempt_at = NULL", /messages_sent_at/],
  [
    "one failed without a reason",
    "SET state = 'failed', next_attempt_at = NULL",
    /messages_failed_has_error/,
  ],
  ["one without an address that waits", "SET address = NULL", /messages_address/],
])("refuses %s", async (_, change, why) => {
  await expect(
    owner().$executeRawUnsafe(`UPDATE messages ${change} WHERE id = $1::uuid`, id),
  ).rejects.toThrow(why);
});

test("a message is never deleted", async () => {
  await expect(owner().message.deleteMany({ where: { id } })).rejects.toThrow(/never deleted/);
});
