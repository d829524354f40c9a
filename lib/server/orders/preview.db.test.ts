import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { read, unscoped } from "../db";
import { Forbidden } from "../errors";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../testing/factories";
import { makeOrder, storedOrder } from "../testing/orders";
import { runs, timeFor, tried } from "../testing/runs";
import { deliverOrder } from "./deliver";
import { executeOrder, previewExecution } from "./execute";
import { loadOutcome } from "./outcome";

let here: TestOrganization;
let accountId: string;
let products: string[];
beforeAll(async () => {
  here = await makeOrganization();
  accountId = (await makeAccount(here, { creditLimit: "1000000" })).id;
  products = [
    (await makeProduct(here, { price: "3.33", taxRate: "19" })).id,
    (await makeProduct(here, { type: "asset", billingPeriod: "once", provisioningDriver: "manual" })).id,
    (await makeProduct(here, { type: "one_off", billingPeriod: "once" })).id,
  ];
});

const line = fc.record({
  product: fc.nat(2),
  quantity: fc.integer({ min: 1, max: 9 }),
  discountPercent: fc.constantFrom("0", "12.5", "100"),
});

test(
  "a preview is what the execution then makes, and changes nothing",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (lines, inParts) => {
          const items = lines.map(({ product, ...rest }) => ({
            productId: products[product] ?? "",
            ...rest,
          }));
          const { code, items: stored } = await makeOrder(here, { accountId, items });
          if (inParts) {
            value(
              await deliverOrder(here.as.operator, {
                code,
                items: [{ itemId: stored[0]?.id ?? "", quantity: 1 }],
              }),
            );
          }
          const before = await everything(code);
          const preview = value(await previewExecution(here.as.operator, { code, startDate: "2027-02-28" }));
          expect(await everything(code)).toEqual(before);
          value(await executeOrder(here.as.operator, { code, startDate: "2027-02-28" }));
          expect(
            await read(here.as.operator).$transaction((tx) => loadOutcome(tx, here.as.operator, code)),
          ).toEqual(preview);
        },
      ),
      { numRuns: runs(12) },
    );
    tried(`${runs(12)} previews and executions compared`);
  },
  timeFor(60_000),
);

async function everything(code: string) {
  const organization = await unscoped().organization.findUnique({ where: { id: here.organizationId } });
  return { order: await storedOrder(here.as.operator, code), organization };
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
