import { beforeAll, expect, test } from "vitest";
import { ZodError } from "zod";
import { Forbidden } from "../../kernel/errors";
import { executeOrder } from "../../orders/commands/execute-order";
import { makeAccount, makeOrganization, type TestOrganization, value } from "../../testing/factories/basics";
import { at } from "../../testing/factories/contexts";
import { makeOrder } from "../../testing/factories/orders";
import { recordPayment } from "../commands/record-payment";
import { reversePayment } from "../commands/reverse-payment";
import { listPayments } from "./payments";

let here: TestOrganization;
beforeAll(async () => {
  here = await makeOrganization();
});

test("a payment tells what it pays, what is left of it, and whether it was reversed", async () => {
  const account = await makeAccount(here);
  const { code } = await makeOrder(here, { accountId: account.id });
  const { invoiceNumber } = value(await executeOrder(here.as.operator, { code }));
  const pay = (amount: string, minute: number) =>
    recordPayment(at(here.as.operator, new Date(2026, 1, 1, 12, minute)), {
      accountId: account.id,
      amount,
      receivedOn: "2026-02-01",
      reference: `Transfer ${minute}`,
    }).then(value);
  await pay("100", 1);
  const mistake = await pay("7.50", 2);
  value(await reversePayment(here.as.operator, { paymentId: mistake.id, reason: "Wrong account" }));

  const { rows } = await listPayments(here.as.operator, { accountId: account.id });
  expect(rows).toMatchObject([
    {
      amount: "7.50",
      reversed: { by: here.as.operator.actor.name, reason: "Wrong account" },
      mayReverse: false,
    },
    {
      reference: "Transfer 1",
      receivedOn: "2026-02-01",
      amount: "100.00",
      unallocated: "76.00",
      invoices: [{ number: invoiceNumber, amount: "24.00" }],
      reversed: null,
      mayReverse: true,
    },
  ]);
  const first = await listPayments(here.as.manager, { accountId: account.id, limit: 1 });
  const second = await listPayments(here.as.manager, { accountId: account.id, limit: 1, cursor: first.next });
  expect([...first.rows, ...second.rows].map(({ id, mayReverse }) => [id, mayReverse])).toEqual(
    rows.map(({ id }) => [id, false]),
  );
});

test("another organization sees nothing of it, and Storefront roles may not ask", async () => {
  const there = await makeOrganization();
  const { id: accountId } = await makeAccount(here);
  value(await recordPayment(here.as.operator, { accountId, amount: "5", receivedOn: null }));
  expect((await listPayments(there.as.administrator, { accountId })).rows).toEqual([]);
  await expect(listPayments(here.as.customer, { accountId })).rejects.toThrow(Forbidden);
  await expect(listPayments(here.as.operator, { accountId: "1" })).rejects.toThrow(ZodError);
});
