import { beforeAll, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { read } from "../kernel/db";
import { Conflict, Forbidden, NotFound } from "../kernel/errors";
import { makeOrganization, makeProduct, type TestOrganization, value } from "../testing/factories/basics";
import { makeVendorProduct } from "../testing/factories/vendors";
import { createProduct } from "./commands/create-product";
import { editProduct } from "./commands/edit-product";
import { getProduct, listProducts } from "./queries/products";

let here: TestOrganization;
let there: TestOrganization;
beforeAll(async () => {
  [here, there] = [await makeOrganization(), await makeOrganization()];
});

const input = {
  code: "VM-S",
  name: "Cloud Server S",
  description: "2 vCPU",
  type: "subscription",
  billingPeriod: "month",
  price: "12.9",
  cost: "7.1",
  taxRate: "8.875",
  requiredConfiguration: ["Hostname"],
};

test("a product is kept exactly, and read back", async () => {
  value(await createProduct(here.as.administrator, input));
  expect(await getProduct(here.as.manager, "VM-S")).toMatchObject({
    ...input,
    price: "12.90",
    cost: "7.10",
    taxRate: "8.875",
    currency: "EUR",
    nonAutomatic: false,
    provisioningDriver: "simulated",
  });
});

test("a code is taken once in an organization, also by two at once", async () => {
  const answers = await Promise.all(
    [1, 2].map(() => createProduct(here.as.administrator, { ...input, code: "X" })),
  );
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { reason: "code_taken" } });
  value(await createProduct(there.as.administrator, { ...input, code: "X" }));
});

describe("refuses", () => {
  test.each([
    ["code", ""],
    ["code", "two words"],
    ["code", "x".repeat(41)],
    ["name", ""],
    ["name", "x".repeat(121)],
    ["description", "x".repeat(501)],
    ["type", "license"],
    ["billingPeriod", "once"],
    ["billingPeriod", "week"],
    ["price", "-1"],
    ["price", "NaN"],
    ["price", ""],
    ["cost", "1.23456"],
    ["taxRate", "101"],
    ["taxRate", "-1"],
    ["requiredConfiguration", [""]],
    ["requiredConfiguration", ["Same", "Same"]],
    ["driverSettings", { delayMs: -1 }],
    ["driverSettings", { failures: 101 }],
    ["driverSettings", { failures: "many" }],
    ["provisioningDriver", "http"],
    ["provisioningDriver", "telepathy"],
    ["vendorId", "not an id"],
    ["vendorId", crypto.randomUUID()],
  ])("%s %j", async (field, typed) => {
    const attempt = createProduct(here.as.administrator, { ...input, code: "BAD", [field]: typed });
    await expect(attempt).rejects.toThrow(ZodError);
  });

  test("everybody but administrators to add, Storefront roles to read, and other organizations", async () => {
    const { code } = await makeProduct(here);
    for (const role of ["operator", "manager", "customer", "reseller"] as const) {
      await expect(createProduct(here.as[role], input)).rejects.toThrow(Forbidden);
    }
    await expect(listProducts(here.as.customer, {})).rejects.toThrow(Forbidden);
    await expect(getProduct(there.as.manager, code)).rejects.toThrow(NotFound);
  });
});

const changed = {
  name: "Cloud Server S, renewed",
  description: "",
  price: "13.50",
  cost: "7",
  taxRate: "19",
  requiredConfiguration: ["Hostname", "Region"],
  nonAutomatic: true,
  provisioningDriver: "simulated",
  driverSettings: { delayMs: 250, failures: 2 },
  active: false,
};

describe("an edit", () => {
  test("changes what was asked for, raises the version and is recorded", async () => {
    const { id, code } = await makeProduct(here, { requiredConfiguration: ["Hostname"] });
    value(await editProduct(here.as.administrator, { ...changed, id, version: 1 }));
    expect(await getProduct(here.as.manager, code)).toMatchObject({
      ...changed,
      cost: "7.00",
      type: "subscription",
      vendor: null,
      version: 2,
    });
    const entry = await read(here.as.administrator).event.findFirstOrThrow({
      where: { kind: "product.edited", subject: code },
    });
    expect(entry).toMatchObject({
      before: {
        price: "10",
        requiredConfiguration: ["Hostname"],
        driverSettings: { delayMs: 0, failures: 0 },
      },
      after: {
        price: "13.50",
        requiredConfiguration: ["Hostname", "Region"],
        driverSettings: { delayMs: 250, failures: 2 },
      },
    });
    const late = editProduct(here.as.administrator, { ...changed, id, version: 1 });
    await expect(late).rejects.toThrow(Conflict);
  });

  test("names the vendor that provisions it, and forgets it with the driver", async () => {
    const { id, code, vendorId, vendorName } = await makeVendorProduct(here, {
      endpoint: "https://vendor.example.com",
    });
    expect(await getProduct(here.as.manager, code)).toMatchObject({
      vendor: { id: vendorId, name: vendorName },
    });
    value(await editProduct(here.as.administrator, { ...changed, id, version: 1 }));
    expect(await getProduct(here.as.manager, code)).toMatchObject({ vendor: null });
    const by = { ...changed, provisioningDriver: "http", vendorId };
    value(await editProduct(here.as.administrator, { ...by, id, version: 2 }));
    expect(await getProduct(here.as.manager, code)).toMatchObject({ vendor: { id: vendorId } });
  });

  test("by two at once is one's, and the other is told", async () => {
    const { id } = await makeProduct(here);
    const edits = await Promise.allSettled(
      [1, 2].map(() => editProduct(here.as.administrator, { ...changed, id, version: 1 })),
    );
    expect(edits.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("is refused to who may not, to another organization, and with its vendor", async () => {
    const { id } = await makeProduct(here);
    const edit = { ...changed, id, version: 1 };
    for (const role of ["operator", "manager", "customer", "reseller"] as const) {
      await expect(editProduct(here.as[role], edit)).rejects.toThrow(Forbidden);
    }
    await expect(editProduct(there.as.administrator, edit)).rejects.toThrow(NotFound);
    const { vendorId } = await makeVendorProduct(there, { endpoint: "https://vendor.example.com" });
    const answer = await editProduct(here.as.administrator, {
      ...edit,
      provisioningDriver: "http",
      vendorId,
    });
    expect(answer).toMatchObject({ ok: false, refusal: { path: "vendorId" } });
    await expect(editProduct(here.as.administrator, { ...edit, type: "asset" })).rejects.toThrow(ZodError);
  });
});

test("the list is searched and filtered", async () => {
  const organization = await makeOrganization();
  await makeProduct(organization, { name: "Mail", code: "MAIL-1" });
  await makeProduct(organization, { name: "Router", code: "R-1", type: "asset", billingPeriod: "once" });
  const names = async (raw: object) =>
    (await listProducts(organization.as.manager, raw)).rows.map(({ name }) => name);
  expect(await names({})).toEqual(["Mail", "Router"]);
  expect(await names({ q: "mail-" })).toEqual(["Mail"]);
  expect(await names({ type: "asset" })).toEqual(["Router"]);
  expect(await names({ active: "false" })).toEqual([]);
});
