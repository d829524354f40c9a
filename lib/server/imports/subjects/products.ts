import "server-only";
import { amount } from "@/lib/domain/values/money";
import { kindsOf } from "@/lib/domain/values/value-kind";
import { DriverSettings, ValueKinds } from "@/lib/schemas/products";
import type { Ctx } from "../../kernel/ctx";
import { read, sql } from "../../kernel/db";
import { CreateProductInput, createProduct } from "../../products/commands/create-product";
import { EditProductInput, editProduct } from "../../products/commands/edit-product";
import type { Found } from "../found";
import { idOf, type RowData, reference, type Subject, said, text } from "./subject";

const columns = {
  id: true,
  code: true,
  externalId: true,
  version: true,
  name: true,
  description: true,
  type: true,
  billingPeriod: true,
  price: true,
  cost: true,
  taxRate: true,
  requiredConfiguration: true,
  valueKinds: true,
  nonAutomatic: true,
  provisioningDriver: true,
  driverSettings: true,
  vendorId: true,
  trialDays: true,
  trialMaxQuantity: true,
  active: true,
} as const;

const load = async (ctx: Ctx, externalIds: readonly string[]) => {
  const where = { externalId: { in: [...externalIds] } };
  const found = await read(ctx).product.findMany({ where, select: columns });
  return found.map(({ price, cost, taxRate, valueKinds, driverSettings, ...rest }) => ({
    ...rest,
    price: price.toString(),
    cost: cost.toString(),
    taxRate: taxRate.toString(),
    valueKinds: ValueKinds.parse(valueKinds),
    driverSettings: DriverSettings.parse(driverSettings),
  }));
};

type There = Awaited<ReturnType<typeof load>>[number];

function input(data: RowData, found: Found): Record<string, unknown> {
  const { code, name, description, type, billingPeriod, price, cost, taxRate, provisioningDriver } = data;
  const texts = { code, name, description, type, billingPeriod, price, cost, taxRate, provisioningDriver };
  const { requiredConfiguration, valueKinds, nonAutomatic } = data;
  return said({
    ...Object.fromEntries(Object.entries(texts).map(([field, value]) => [field, text(value) ?? undefined])),
    ...(typeof data.vendor === "string" &&
      provisioningDriver === undefined && { provisioningDriver: "http" }),
    requiredConfiguration: requiredConfiguration ?? undefined,
    valueKinds: valueKinds ?? undefined,
    nonAutomatic: nonAutomatic ?? undefined,
    trialDays: data.trialDays,
    trialMaxQuantity: data.trialMaxQuantity,
    vendorId: idOf(found.vendor, data.vendor),
  });
}

/** Returns what the edit takes. Code, type and billing period are none of it. */
function editOf(there: There, data: RowData, found: Found) {
  const { code, externalId, type, billingPeriod, ...kept } = there;
  const { code: _, type: __, billingPeriod: ___, ...changed } = input(data, found);
  return { ...kept, ...changed };
}

/** Adds products, and changes those that an earlier import or file has added. */
export const products: Subject<There> = {
  permission: "product:save",
  table: "products",
  references: ({ vendor }) => reference("vendor", "vendor", vendor),
  input,
  schema: CreateProductInput,
  objection: () => null,
  async existing(ctx, externalIds) {
    return new Map((await load(ctx, externalIds)).map((there) => [there.externalId ?? "", there]));
  },
  compare(there, data, found) {
    const fixed = (["code", "type", "billingPeriod"] as const).filter(
      (field) => text(data[field])?.trim() !== there[field],
    );
    if (fixed.length > 0) return { reason: "cannot_change", fields: fixed };
    const edit = EditProductInput.safeParse(editOf(there, data, found));
    if (!edit.success) return { reason: "not_accepted" };
    const { valueKinds, ...rest } = edit.data;
    const after = comparable({ ...rest, valueKinds: kindsOf(rest.requiredConfiguration, valueKinds) });
    return JSON.stringify(after) === JSON.stringify(comparable(there)) ? "keep" : "update";
  },
  create: (ctx, data, found, mark) =>
    createProduct(ctx, input(data, found), {
      alongside: (tx, { id, code }) => mark(tx, { code, where: sql`products.id = ${id}::uuid` }),
    }),
  update: (ctx, there, data, found, mark) =>
    editProduct(ctx, editOf(there, data, found), {
      alongside: (tx) => mark(tx, { code: there.code, where: null }),
    }),
};

type Comparable = Omit<There, "id" | "code" | "externalId" | "version" | "type" | "billingPeriod">;

/** Returns what an edit can change, in one order and with amounts in one notation. */
function comparable(product: Comparable) {
  const { name, description, requiredConfiguration, nonAutomatic, provisioningDriver, driverSettings } =
    product;
  const { price, cost, taxRate, vendorId, trialDays, trialMaxQuantity, active } = product;
  const kinds = Object.entries(product.valueKinds).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const amounts = [price, cost, taxRate].map((value) => amount(value).toFixed());
  return [
    ...[name, description, requiredConfiguration, kinds, nonAutomatic, provisioningDriver, driverSettings],
    ...[amounts, vendorId, trialDays, trialMaxQuantity, active],
  ];
}
