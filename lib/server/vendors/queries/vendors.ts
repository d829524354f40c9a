import "server-only";
import { z } from "zod";
import { listParameters } from "@/lib/schemas/fields";
import { read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { nothing, query } from "../../kernel/definition/query";
import { NotFound } from "../../kernel/errors";
import { isUuid, keyset, type Page } from "../../kernel/keyset";
import { foundBy, searched } from "../../search/found-by";

const ListVendorsInput = z.object(listParameters);

/** Holds a vendor as Setup shows it, without its secret. */
export type VendorRow = {
  id: string;
  name: string;
  endpoint: string;
  preCheck: boolean;
  timeoutSeconds: number;
  callbackMinutes: number;
  version: number;
  /** Counts the products that use this vendor, however many orders they are in. */
  products: number;
};

const columns = sql`
  vendors.id, vendors.name, vendors.endpoint, vendors.pre_check AS "preCheck",
  vendors.timeout_seconds AS "timeoutSeconds", vendors.callback_minutes AS "callbackMinutes", vendors.version,
  (SELECT count(*)::int FROM products
    WHERE products.organization_id = vendors.organization_id AND products.vendor_id = vendors.id) AS products`;

/** Returns vendors by name. */
export const listVendors = query({
  name: "vendor.list",
  caller: staff("vendor:save"),
  input: ListVendorsInput,
  async run({ ctx }, { q, cursor, limit }): Promise<Page<VendorRow>> {
    const pages = keyset({ key: sql`vendors.name`, keyType: "text", id: sql`vendors.id` }, { cursor, limit });
    const rows = await read(ctx).$queryRaw<VendorRow[]>(sql`
      SELECT ${columns} FROM vendors
      WHERE vendors.organization_id = ${ctx.organizationId}::uuid
        ${foundBy(q, (word) => sql`${searched.vendors} LIKE ${word}`)}
        ${pages.where} ${pages.tail}`);
    return pages.page(rows, (row) => ({ key: row.name, id: row.id }));
  },
});

/** Returns a vendor. @throws NotFound */
export const getVendor = query({
  name: "vendor.get",
  caller: staff("vendor:save"),
  input: z.string(),
  async run({ ctx }, id): Promise<VendorRow> {
    const [row] = isUuid(id)
      ? await read(ctx).$queryRaw<VendorRow[]>(sql`
          SELECT ${columns} FROM vendors
          WHERE vendors.organization_id = ${ctx.organizationId}::uuid AND vendors.id = ${id}::uuid`)
      : [];
    if (!row) throw new NotFound("vendor", id);
    return row;
  },
});

/** Returns the vendors that a product can be provisioned by, by name. */
export const vendorOptions = query({
  name: "vendor.options",
  caller: staff("product:save"),
  input: nothing,
  async run({ ctx }): Promise<{ id: string; name: string }[]> {
    return read(ctx).vendor.findMany({ orderBy: { name: "asc" }, select: { id: true, name: true } });
  },
});
