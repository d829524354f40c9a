import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, localDay } from "@/lib/domain/values/day";
import { recordPayment } from "../billing/commands/record-payment";
import { read, unscoped } from "../kernel/db";
import { Forbidden } from "../kernel/errors";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../testing/factories/basics";
import { makeOrder, storedOrder } from "../testing/factories/orders";
import { makeVendorProduct, testSecret } from "../testing/factories/vendors";
import { runs, timeFor, tried } from "../testing/runs";
import { VendorSimulator } from "../vendor-simulator/simulator";
import { deliverOrder } from "./commands/deliver-order";
import { executeOrder, previewExecution } from "./commands/execute-order";
import { loadOutcome } from "./tree/outcome";

let here: TestOrganization;
let outside: VendorSimulator;
beforeAll(async () => {
  here = await makeOrganization();
  outside = await VendorSimulator.start(testSecret);
});
afterAll(() => outside.stop());

/** Lists the kinds of lines: provisioned by the worker, by hand, billed once, checked by a vendor, a trial, more units. */
const kinds = ["simulated", "manual", "once", "asked", "trial", "more"] as const;

const story = fc.record({
  lines: fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      quantity: fc.integer({ min: 1, max: 9 }),
      unitPrice: fc.constantFrom("3.33", "10", "0.0005", "1234.5678"),
      discountPercent: fc.constantFrom("0", "12.5", "100"),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  /** Chooses what is executed: the whole order, the whole after one unit was delivered, or only that sub-order. */
  execute: fc.constantFrom("whole", "whole after delivery", "sub-order"),
  /** Tells whether credit is missing and overridden. */
  overridden: fc.boolean(),
  /** Holds the amount paid ahead, in the currency's unit. */
  paidAhead: fc.constantFrom(null, "1", "5000"),
});

/** Covers currencies with no, two and three decimals. */
test.each(["JPY", "EUR", "KWD"])(
  "a preview is what the execution then makes, and changes nothing, in %s",
  async (currency) => {
    const there = await makeOrganization({ currency });
    const sell = await productsOf(there);
    await fc.assert(
      fc.asyncProperty(story, async ({ lines, execute, overridden, paidAhead }) => {
        const { id: accountId } = await makeAccount(there, overridden ? { creditLimit: "0" } : {});
        const subscriptionId = await subscriptionOf(there, accountId, sell.simulated);
        if (paidAhead) value(await recordPayment(there.as.operator, { accountId, amount: paidAhead }));
        const items = lines.map(({ kind, ...line }) => ({ ...line, ...itemOf(kind, sell, subscriptionId) }));
        const order = await makeOrder(there, { accountId, items });
        const code = execute === "whole" ? order.code : await deliverOne(there, order, execute);

        const request = {
          code,
          startDate: addDays(localDay(new Date(), "UTC"), 90),
          ...(overridden && override),
        };
        const before = await everything(there, order.code);
        const preview = value(await previewExecution(there.as.administrator, request));
        expect(await everything(there, order.code)).toEqual(before);
        value(await executeOrder(there.as.administrator, request));
        const outcome = await read(there.as.operator).$transaction((tx) =>
          loadOutcome(tx, there.as.operator, code),
        );
        expect(outcome).toEqual(preview);
      }),
      { numRuns: runs(6) },
    );
    tried(`${runs(6)} previews and executions in ${currency} compared`);
  },
  timeFor(60_000),
);

const override = { overrideCredit: { reason: "Agreed with finance" } };

async function productsOf(organization: TestOrganization) {
  const make = async (input: Parameters<typeof makeProduct>[1]) =>
    (await makeProduct(organization, input)).id;
  return {
    simulated: await make({ taxRate: "19" }),
    manual: await make({ type: "asset", billingPeriod: "once", provisioningDriver: "manual" }),
    once: await make({ type: "one_off", billingPeriod: "once" }),
    asked: (await makeVendorProduct(organization, { endpoint: outside.url(), preCheck: true })).id,
  };
}
type Sold = Awaited<ReturnType<typeof productsOf>>;

function itemOf(kind: (typeof kinds)[number], sold: Sold, subscriptionId: string) {
  if (kind === "trial") return { productId: sold.simulated, itemType: "trial" as const };
  if (kind !== "more") return { productId: sold[kind] };
  return { productId: sold.simulated, itemType: "quantity_change" as const, subscriptionId };
}

/** Creates a subscription of the account to which units can be added. */
async function subscriptionOf(organization: TestOrganization, accountId: string, productId: string) {
  const items = [{ productId, quantity: 1, unitPrice: "0" }];
  const { code } = await makeOrder(organization, { accountId, items });
  value(await executeOrder(organization.as.operator, { code }));
  return (await storedOrder(organization.as.operator, code)).subscriptions[0]?.id ?? "";
}

/** Delivers one unit of the first item and answers the order that is executed next. */
async function deliverOne(organization: TestOrganization, order: Stored, execute: string) {
  const items = [{ itemId: order.items[0]?.id ?? "", quantity: 1 }];
  const delivered = value(await deliverOrder(organization.as.operator, { code: order.code, items }));
  return execute === "sub-order" ? delivered.subOrderCode : order.code;
}
type Stored = Awaited<ReturnType<typeof storedOrder>>;

async function everything({ organizationId, as }: TestOrganization, code: string) {
  const organization = await unscoped().organization.findUnique({ where: { id: organizationId } });
  const allocations = await read(as.operator).paymentAllocation.count();
  return { order: await storedOrder(as.operator, code), organization, allocations };
}

test("a held order's preview is its refusal, and is not written on the order", async () => {
  const account = await makeAccount(here, { creditLimit: "0" });
  const { code } = await makeOrder(here, { accountId: account.id });
  const before = await storedOrder(here.as.operator, code);
  expect(await previewExecution(here.as.operator, { code })).toMatchObject({
    ok: false,
    refusal: { reason: "held", gates: [{ gate: "credit" }] },
  });
  expect(await storedOrder(here.as.operator, code)).toEqual(before);
});

test("a manager may not", async () => {
  await expect(previewExecution(here.as.manager, { code: "1001" })).rejects.toThrow(Forbidden);
});
