import "server-only";
import { makeProduct } from "../factories/basics";
import type { Examples } from "./example";
import { code } from "./shared";

const product = {
  name: "Mail",
  description: "For ten people",
  price: "10.00",
  cost: "6.00",
  taxRate: "20",
  requiredConfiguration: ["Domain"],
  valueKinds: { Domain: "domain_name" },
  nonAutomatic: false,
  provisioningDriver: "manual",
  driverSettings: { delayMs: 1, failures: 1 },
  trialDays: 14,
  trialMaxQuantity: 5,
  vendorId: null,
};

const productKinds = {
  name: "words",
  description: "line",
  price: "amount",
  cost: "amount",
  taxRate: "amount",
  requiredConfiguration: "list",
  "requiredConfiguration.*": "words",
  valueKinds: "valueKinds",
  "valueKinds.Domain": "optional",
  nonAutomatic: "optionalYes",
  provisioningDriver: "optional",
  driverSettings: "driverSettings",
  "driverSettings.delayMs": "count",
  "driverSettings.failures": "count",
  vendorId: "nullable",
} as const;

/** Lists what staff send to the products. */
export const productsExamples: Examples = {
  createProduct: {
    as: "administrator",
    input: async () => ({ ...product, code: code(), type: "subscription", billingPeriod: "month" }),
    kinds: { ...productKinds, code: "name" },
  },
  editProduct: {
    as: "administrator",
    input: async (here) => ({ ...product, id: (await makeProduct(here)).id, version: 1, active: true }),
    kinds: { ...productKinds, active: "yes" },
  },
};
