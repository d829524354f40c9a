import "server-only";
import { z } from "zod";
import type { BillingPeriod, ProductType } from "@/lib/domain/product";
import { productTypes } from "@/lib/domain/product";
import type { ProvisioningDriver } from "@/lib/domain/provisioning";
import { formatAmount } from "@/lib/domain/values/money";
import type { ValueKinds } from "@/lib/domain/values/value-kind";
import { listParameters, sortParameter } from "@/lib/schemas/fields";
import { DriverSettings } from "@/lib/schemas/products";
import { type Prisma, read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { NotFound } from "../../kernel/errors";
import { filter, type Page, type SortColumn, sortedKeyset } from "../../kernel/keyset";
import { foundBy, searched } from "../../search/found-by";

const ListProductsInput = z.object({
  ...listParameters,
  sort: sortParameter(["name", "code", "price"], "name"),
  type: z.enum(productTypes).optional().catch(undefined),
  active: z.enum(["true", "false"]).optional().catch(undefined),
});

/**
 * Holds a product. Prices are exact decimals per unit and billing period, in the organization's currency, without
 * tax.
 */
export type ProductRow = {
  id: string;
  code: string;
  name: string;
  type: ProductType;
  billingPeriod: BillingPeriod;
  price: string;
  cost: string;
  currency: string;
  /** Holds the tax rate in percent. */
  taxRate: string;
  nonAutomatic: boolean;
  /** Holds the length of a free trial; null if there is none. */
  trialDays: number | null;
  trialMaxQuantity: number | null;
  active: boolean;
};

type Row = Omit<ProductRow, "price" | "cost" | "taxRate"> & {
  price: Prisma.Decimal;
  cost: Prisma.Decimal;
  taxRate: Prisma.Decimal;
};

const columns = sql`
  products.id, products.code, products.name, products.type, products.billing_period AS "billingPeriod", products.price,
  products.cost, organizations.currency, products.tax_rate AS "taxRate", products.non_automatic AS "nonAutomatic",
  products.trial_days AS "trialDays", products.trial_max_quantity AS "trialMaxQuantity", products.active`;

const sortable = {
  name: { key: sql`products.name`, keyType: "text", of: ({ name }) => name },
  code: { key: sql`products.code`, keyType: "text", of: ({ code }) => code },
  price: { key: sql`products.price`, keyType: "numeric", of: ({ price }) => price.toFixed() },
} satisfies Record<string, SortColumn<Row>>;

/** Returns products by name. */
export const listProducts = query({
  name: "product.list",
  caller: staff("product:read"),
  input: ListProductsInput,
  async run({ ctx }, { q, type, active, sort, cursor, limit }): Promise<Page<ProductRow>> {
    const pages = sortedKeyset(sortable, sql`products.id`, { sort, cursor, limit });

    const rows = await read(ctx).$queryRaw<Row[]>(sql`
      SELECT ${columns} FROM products JOIN organizations ON organizations.id = products.organization_id
      WHERE products.organization_id = ${ctx.organizationId}::uuid
        ${foundBy(q, (word) => sql`${searched.products} LIKE ${word}`)}
        ${filter(sql`products.type = ${type ?? ""}::product_type`, type)}
        ${filter(sql`products.active = ${active === "true"}`, active)}
        ${pages.where} ${pages.tail}`);
    const page = pages.page(rows);
    return { ...page, rows: page.rows.map(withPrices) };
  },
});

export type ProductDetail = ProductRow & {
  /** Names it in the system that it was imported from. */
  externalId: string | null;
  description: string;
  requiredConfiguration: string[];
  valueKinds: ValueKinds;
  provisioningDriver: ProvisioningDriver;
  driverSettings: DriverSettings;
  /** Holds the vendor that the http driver asks. */
  vendor: { id: string; name: string } | null;
  version: number;
};

/** Returns a product. @throws NotFound */
export const getProduct = query({
  name: "product.get",
  caller: staff("product:read"),
  input: z.string(),
  async run({ ctx }, code): Promise<ProductDetail> {
    type DetailRow = Row & Omit<ProductDetail, keyof ProductRow>;
    const [row] = await read(ctx).$queryRaw<DetailRow[]>(sql`
      SELECT ${columns}, products.description, products.required_configuration AS "requiredConfiguration",
        products.external_id AS "externalId", products.value_kinds AS "valueKinds",
        products.provisioning_driver AS "provisioningDriver", products.version,
        products.driver_settings AS "driverSettings",
        CASE WHEN vendors.id IS NOT NULL THEN jsonb_build_object('id', vendors.id, 'name', vendors.name) END AS vendor
      FROM products JOIN organizations ON organizations.id = products.organization_id
      LEFT JOIN vendors ON vendors.organization_id = products.organization_id AND vendors.id = products.vendor_id
      WHERE products.organization_id = ${ctx.organizationId}::uuid AND products.code = ${code}`);
    if (!row) throw new NotFound("product", code);
    return { ...withPrices(row), driverSettings: DriverSettings.parse(row.driverSettings) };
  },
});

function withPrices<Some extends Row>(row: Some): Omit<Some, keyof Row> & ProductRow {
  const { currency } = row;
  return {
    ...row,
    price: formatAmount(row.price, currency),
    cost: formatAmount(row.cost, currency),
    taxRate: row.taxRate.toString(),
  };
}
