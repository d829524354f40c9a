import "server-only";
import { z } from "zod";
import type { BillingPeriod, ProductType } from "@/lib/domain/product";
import { formatAmount } from "@/lib/domain/values/money";
import type { ValueKinds } from "@/lib/domain/values/value-kind";
import { ListCatalogueInput } from "@/lib/schemas/storefront";
import { type Prisma, read, sql } from "../../../kernel/db";
import { query } from "../../../kernel/definition/query";
import { NotFound } from "../../../kernel/errors";
import { keyset, type Page } from "../../../kernel/keyset";
import { foundBy, perhapsMeant, searched } from "../../../search/found-by";
import { type CustomerCtx, customers } from "../../customer";
import { triedProducts } from "../../trials";

/** Holds what a customer learns about a product. The price is an exact decimal per unit and period, without tax. */
export type CatalogueProduct = {
  id: string;
  code: string;
  name: string;
  description: string;
  type: ProductType;
  billingPeriod: BillingPeriod;
  price: string;
  /** Holds the tax rate in percent. */
  taxRate: string;
  currency: string;
  requiredConfiguration: string[];
  valueKinds: ValueKinds;
  nonAutomatic: boolean;
  /** Holds the length of a free trial; null if there is none. */
  trialDays: number | null;
  trialMaxQuantity: number | null;
};

type Row = Omit<CatalogueProduct, "price" | "taxRate"> & { price: Prisma.Decimal; taxRate: Prisma.Decimal };

const columns = sql`
  products.id, products.code, products.name, products.description, products.type,
  products.billing_period AS "billingPeriod", products.price, products.tax_rate AS "taxRate",
  organizations.currency,
  products.required_configuration AS "requiredConfiguration", products.value_kinds AS "valueKinds",
  products.non_automatic AS "nonAutomatic",
  products.trial_days AS "trialDays", products.trial_max_quantity AS "trialMaxQuantity"`;

export type CataloguePage = Page<CatalogueProduct> & {
  /** Tells whether these are only similar products, because nothing matches the words of the search. */
  similar: boolean;
};

/**
 * Returns the products that are sold, by name. The search covers name, code and description, and looks for likely typing
 * errors if it finds nothing. See docs/domain.md, sections 5 and 9.
 */
export const listCatalogue = query({
  name: "catalogue.list",
  caller: customers("storefront:browse"),
  input: ListCatalogueInput,
  async run({ who: customer }, input): Promise<CataloguePage> {
    const { q } = input;
    const page = await pageOf(
      customer,
      input,
      foundBy(q, (word) => sql`${searched.catalogue} LIKE ${word}`),
    );
    if (page.rows.length > 0 || q === "") return { ...page, similar: false };
    const similar = await pageOf(customer, input, sql`AND ${perhapsMeant(q, searched.catalogue)}`);
    return { ...similar, similar: similar.rows.length > 0 };
  },
});

async function pageOf(
  { ctx }: CustomerCtx,
  { cursor, limit }: z.output<typeof ListCatalogueInput>,
  found: Prisma.Sql,
): Promise<Page<CatalogueProduct>> {
  const pages = keyset({ key: sql`products.name`, keyType: "text", id: sql`products.id` }, { cursor, limit });

  const rows = await read(ctx).$queryRaw<Row[]>(sql`
    SELECT ${columns} FROM products JOIN organizations ON organizations.id = products.organization_id
    WHERE products.organization_id = ${ctx.organizationId}::uuid AND products.active
      ${found}
      ${pages.where} ${pages.tail}`);
  const page = pages.page(rows, (row) => ({ key: row.name, id: row.id }));
  return { ...page, rows: page.rows.map(toProduct) };
}

export type CatalogueDetail = CatalogueProduct & {
  /** Tells whether the product offers a trial and the account has never had it. */
  trial: boolean;
};

/** Returns a product of the catalogue. @throws NotFound also if it is no longer sold */
export const getCatalogueProduct = query({
  name: "catalogue.get",
  caller: customers("storefront:browse"),
  input: z.string(),
  async run({ ctx, who: customer }, code): Promise<CatalogueDetail> {
    const [row] = await read(ctx).$queryRaw<Row[]>(sql`
      SELECT ${columns} FROM products JOIN organizations ON organizations.id = products.organization_id
      WHERE products.organization_id = ${ctx.organizationId}::uuid AND products.code = ${code} AND products.active`);
    if (!row) throw new NotFound("product", code);
    const tried = await triedProducts(read(ctx), customer, [row.id]);
    return { ...toProduct(row), trial: row.trialDays !== null && tried.length === 0 };
  },
});

function toProduct(row: Row): CatalogueProduct {
  return { ...row, price: formatAmount(row.price, row.currency), taxRate: row.taxRate.toFixed() };
}
