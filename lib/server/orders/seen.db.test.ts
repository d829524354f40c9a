import { beforeAll, describe, expect, test } from "vitest";
import type { Fact } from "@/lib/domain/seen";
import { recordPayment } from "../billing/commands/record-payment";
import { reversePayment } from "../billing/commands/reverse-payment";
import { openInvoicesOf, shownInvoices } from "../billing/queries/open-invoices";
import { listPayments } from "../billing/queries/payments";
import { startBulkRun } from "../bulk/commands/start-bulk-run";
import { preflightBulk } from "../bulk/queries/preflight-bulk";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../testing/factories/basics";
import { makeOrder, storedOrder } from "../testing/factories/orders";
import { cancelOrder } from "./commands/cancel-order";
import { deliverOrder } from "./commands/deliver-order";
import { editOrder, previewEdit } from "./commands/edit-order";
import { executeOrder, previewExecution } from "./commands/execute-order";
import { previewReversal, reverseExecution } from "./commands/reverse-execution";
import { getOrder } from "./queries/get-order";

let here: TestOrganization;
beforeAll(async () => {
  here = await makeOrganization();
});

/** Creates an order for ten units of one product at 10.00, with 20 % tax. */
async function order(accountId?: string) {
  const { id } = await makeProduct(here, { name: "Mail", price: "10", taxRate: "20" });
  const { code } = await makeOrder(here, {
    items: [{ productId: id, quantity: 10 }],
    ...(accountId && { accountId }),
  });
  return getOrder(here.as.administrator, code);
}

/** Changes the order to 15 units, as a colleague. */
async function colleagueEdits(code: string) {
  const { version, name, note, items } = await storedOrder(here.as.operator, code);
  const edited = items.map(({ id, productId }) => ({ id, productId, quantity: 15 }));
  value(await editOrder(here.as.operator, { code, version, name, note, items: edited }));
}

const refused = (...facts: Fact[]) => ({
  ok: false,
  refusal: { reason: "changed_since_seen", now: { facts: expect.arrayContaining(facts) } },
});
const total = (amount: string): Fact => ({ label: "Total", amount });
const idOf = (found: Awaited<ReturnType<typeof order>>) => found.items[0]?.id ?? "";

describe("what was confirmed for ten units is not done to fifteen", () => {
  test("by Execute, which names both and executes once the new ones are confirmed", async () => {
    const { code, version, shown } = await order();
    await colleagueEdits(code);
    const now = await executeOrder(here.as.operator, { code, version, seen: shown.execute.seen });
    expect(now).toMatchObject(refused(total("180.00"), { label: "Mail", units: 15, amount: "180.00" }));
    expect(await storedOrder(here.as.operator, code)).toMatchObject({ invoices: [], lastRefusal: null });
    const after = await getOrder(here.as.operator, code);
    const again = { code, version: after.version, seen: after.shown.execute.seen };
    expect((await executeOrder(here.as.operator, again)).ok).toBe(true);
  });

  test("by Cancel and by Order Delivery", async () => {
    const seen = await order();
    const { code, version, shown } = seen;
    await colleagueEdits(code);
    const items = [{ itemId: idOf(seen), quantity: 10 }];
    const delivery = { code, version, seen: shown.deliver.seen, items };
    expect(await deliverOrder(here.as.operator, delivery)).toMatchObject(refused(total("180.00")));
    const cancellation = { code, version, seen: shown.cancel.seen };
    expect(await cancelOrder(here.as.operator, cancellation)).toMatchObject(refused(total("180.00")));
    expect((await storedOrder(here.as.operator, code)).status.description).toBe("Submitted");
  });

  test("by an edit that executes: nothing of the edit is saved either", async () => {
    const { code, version } = await order();
    const { name, items } = await storedOrder(here.as.operator, code);
    const edit = {
      code,
      version,
      name,
      note: "Typed",
      statusId: here.statuses.Executed,
      items: items.map(({ id, productId, quantity }) => ({ id, productId, quantity })),
    };
    const preview = value(await previewEdit(here.as.operator, edit));
    const twice = edit.items.map((item) => ({ ...item, quantity: 20 }));
    const other = { ...edit, items: twice, seen: preview.shown.execute.seen };
    expect(await editOrder(here.as.operator, other)).toMatchObject(refused(total("240.00")));
    expect(await storedOrder(here.as.operator, code)).toMatchObject({ version, note: "", invoices: [] });
    const same = { ...edit, seen: preview.shown.execute.seen };
    expect(value(await editOrder(here.as.operator, same)).notExecuted).toBeNull();
  });
});

test("credit that was spent since is told, though the order's version is the same", async () => {
  const { id } = await makeAccount(here, { creditLimit: "100.00" });
  const first = await order(id);
  const other = await makeOrder(here, {
    accountId: id,
    items: [{ productId: (await makeProduct(here, { price: "50", taxRate: "0" })).id, quantity: 1 }],
  });
  value(await executeOrder(here.as.operator, { code: other.code }));
  const { code, version, shown } = first;
  const input = { code, version, seen: shown.execute.seen, overrideCredit: { reason: "Agreed for 20" } };
  expect(await executeOrder(here.as.administrator, input)).toMatchObject(
    refused({ label: "Credit limit exceeded by", amount: "70.00" }),
  );
  expect((await storedOrder(here.as.operator, code)).invoices).toEqual([]);
});

test("a payment since then is told before an execution is reversed", async () => {
  const { code, account, shown } = await order();
  value(await executeOrder(here.as.operator, { code, seen: shown.execute.seen }));
  const seen = value(await previewReversal(here.as.administrator, { code })).shown.seen;
  value(await recordPayment(here.as.operator, { accountId: account.id, amount: "30" }));
  const input = { code, seen, comment: "A mistake" };
  expect(await reverseExecution(here.as.administrator, input)).toMatchObject(
    refused({ label: "Paid, becomes credit", amount: "30.00" }),
  );
  expect((await storedOrder(here.as.operator, code)).status.description).toBe("Executed");
  const now = value(await previewReversal(here.as.administrator, { code })).shown.seen;
  expect((await reverseExecution(here.as.administrator, { ...input, seen: now })).ok).toBe(true);
});

test("what was seen is no part of a request: asked again with something newer, it answers what it answered", async () => {
  const { code, version, shown } = await order();
  const input = { code, version, seen: shown.execute.seen, idempotencyKey: `seen-${code}` };
  const first = value(await executeOrder(here.as.operator, input));
  const newer = { ...input, version: version + 1, seen: "f".repeat(32) };
  expect(value(await executeOrder(here.as.operator, newer))).toEqual(first);
});

test("an edit and an execution at once: either the order is executed as it was seen, or not at all", async () => {
  for (let round = 0; round < 3; round++) {
    const { code, version, shown } = await order();
    const [executed] = await Promise.allSettled([
      executeOrder(here.as.operator, { code, version, seen: shown.execute.seen }),
      colleagueEdits(code),
    ]);
    const { invoices } = await storedOrder(here.as.operator, code);
    const did = executed.status === "fulfilled" && executed.value.ok;
    expect(invoices.map(({ total }) => String(total))).toEqual(did ? ["120"] : []);
  }
});

test("a preview names what it shows, and another one after a change", async () => {
  const { code } = await order();
  const before = value(await previewExecution(here.as.operator, { code }));
  await colleagueEdits(code);
  const after = value(await previewExecution(here.as.operator, { code }));
  expect(after.shown.facts).toContainEqual(total("180.00"));
  expect(after.shown.seen).not.toBe(before.shown.seen);
});

describe("what was shown beside the orders is held too", () => {
  test("a payment is not recorded for invoices that were paid meanwhile", async () => {
    const { code, account, currency } = await order();
    value(await executeOrder(here.as.operator, { code }));
    const { seen } = shownInvoices(currency, await openInvoicesOf(here.as.operator, account.id));
    const input = { accountId: account.id, amount: "120", seen, idempotencyKey: `pay-${code}` };
    value(await recordPayment(here.as.operator, { accountId: account.id, amount: "20" }));
    const [open] = await openInvoicesOf(here.as.operator, account.id);
    expect(await recordPayment(here.as.operator, input)).toMatchObject(
      refused({ label: `Outstanding of ${open?.number}`, amount: "100.00" }),
    );
    const again = { ...input, seen: shownInvoices(currency, open ? [open] : []).seen };
    const recorded = value(await recordPayment(here.as.operator, again));
    expect(value(await recordPayment(here.as.operator, input))).toEqual(recorded);
  });

  test("a payment is not reversed once it pays something else", async () => {
    const { code, account } = await order();
    const { id } = value(await recordPayment(here.as.operator, { accountId: account.id, amount: "30" }));
    const [before] = (await listPayments(here.as.operator, { accountId: account.id })).rows;
    value(await executeOrder(here.as.operator, { code }));
    const input = { paymentId: id, reason: "Bounced" };
    expect(await reversePayment(here.as.operator, { ...input, seen: before?.shown.seen })).toMatchObject(
      refused({ label: "Not allocated", amount: "0.00" }),
    );
    const [after] = (await listPayments(here.as.operator, { accountId: account.id })).rows;
    expect((await reversePayment(here.as.operator, { ...input, seen: after?.shown.seen })).ok).toBe(true);
  });

  test("a bulk run does not begin with other orders than the pre-flight counted", async () => {
    const [one, other] = [await order(), await order()];
    const selection = { orderIds: [one.id, other.id] };
    const { shown } = await preflightBulk(here.as.operator, { selection, action: "cancel" });
    value(await executeOrder(here.as.operator, { code: other.code }));
    const work = { action: "cancel", input: {} } as const;
    expect(await startBulkRun(here.as.operator, { selection, work, seen: shown.seen })).toMatchObject(
      refused({ label: "Ready", words: "1 order" }),
    );
  });
});
