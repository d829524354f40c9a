import "server-only";
import { ListVendorsInput } from "@/lib/schemas/vendors";
import { type Ctx, requirePermission } from "../kernel/ctx";
import { read, sql } from "../kernel/db";
import { NotFound } from "../kernel/errors";
import { isUuid, keyset, type Page } from "../kernel/keyset";
import { foundBy, searched } from "../search/found-by";

/** A vendor as setup shows it: without its secret. */
export type VendorRow = {
  id: string;
  name: string;
  endpoint: string;
  preCheck: boolean;
  timeoutSeconds: number;
  callbackMinutes: number;
  version: number;
  /** That name it, however many orders they are in. */
  products: number;
};

const columns = sql`
  vendors.id, vendors.name, vendors.endpoint, vendors.pre_check AS "preCheck",
  vendors.timeout_seconds AS "timeoutSeconds", vendors.callback_minutes AS "callbackMinutes", vendors.version,
  (SELECT count(*)::int FROM products
    WHERE products.organization_id = vendors.organization_id AND products.vendor_id = vendors.id) AS products`;

/** Vendors by name. */
export async function listVendors(ctx: Ctx, raw: unknown): Promise<Page<VendorRow>> {
  requirePermission(ctx, "vendor:save");
  const { q, cursor, limit } = ListVendorsInput.parse(raw);
  const pages = keyset({ key: sql`vendors.name`, keyType: "text", id: sql`vendors.id` }, { cursor, limit });
  const rows = await read(ctx).$queryRaw<VendorRow[]>(sql`
    SELECT ${columns} FROM vendors
    WHERE vendors.organization_id = ${ctx.organizationId}::uuid
      ${foundBy(q, (word) => sql`${searched.vendors} LIKE ${word}`)}
      ${pages.where} ${pages.tail}`);
  return pages.page(rows, (row) => ({ key: row.name, id: row.id }));
}

/** @throws NotFound */
export async function getVendor(ctx: Ctx, id: string): Promise<VendorRow> {
  requirePermission(ctx, "vendor:save");
  const [row] = isUuid(id)
    ? await read(ctx).$queryRaw<VendorRow[]>(sql`
        SELECT ${columns} FROM vendors
        WHERE vendors.organization_id = ${ctx.organizationId}::uuid AND vendors.id = ${id}::uuid`)
    : [];
  if (!row) throw new NotFound("vendor", id);
  return row;
}

/** What a product can be provisioned by, by name. */
export async function vendorOptions(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  requirePermission(ctx, "product:save");
  return read(ctx).vendor.findMany({ orderBy: { name: "asc" }, select: { id: true, name: true } });
}
