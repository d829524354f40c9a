import "server-only";
import { z } from "zod";
import { productTypes } from "@/lib/domain/product";
import { provisioningDrivers } from "@/lib/domain/provisioning";
import { valueKinds } from "@/lib/domain/values/value-kind";
import type { ProductDetail, ProductRow } from "../../../products/queries/products";
import { Money, money } from "../money";
import { BillingPeriodName, ExternalId } from "./fields";

export const ProductSummary = z
  .object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    type: z.enum(productTypes),
    billingPeriod: BillingPeriodName,
    price: Money.describe("The price is for one unit and one billing period, without tax."),
    cost: Money,
    taxRate: z.string().describe("The rate is in percent."),
    nonAutomatic: z.boolean(),
    trialDays: z.number().int().nullable(),
    trialMaxQuantity: z.number().int().nullable(),
    active: z.boolean(),
  })
  .meta({ id: "ProductSummary" });

export function tellProductRow(row: ProductRow): z.input<typeof ProductSummary> {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    type: row.type,
    billingPeriod: row.billingPeriod,
    price: money(row.price, row.currency),
    cost: money(row.cost, row.currency),
    taxRate: row.taxRate,
    nonAutomatic: row.nonAutomatic,
    trialDays: row.trialDays,
    trialMaxQuantity: row.trialMaxQuantity,
    active: row.active,
  };
}

export const Product = z
  .object({
    ...ProductSummary.shape,
    version: z.number().int(),
    externalId: ExternalId,
    description: z.string(),
    requiredConfiguration: z.array(z.string()),
    valueKinds: z.record(z.string(), z.enum(valueKinds)),
    provisioningDriver: z.enum(provisioningDrivers),
    vendor: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  })
  .meta({ id: "Product" });

export function tellProduct(product: ProductDetail): z.input<typeof Product> {
  return {
    ...tellProductRow(product),
    version: product.version,
    externalId: product.externalId,
    description: product.description,
    requiredConfiguration: product.requiredConfiguration,
    valueKinds: { ...product.valueKinds },
    provisioningDriver: product.provisioningDriver,
    vendor: product.vendor,
  };
}
