import "server-only";
import type { ValueKinds } from "@/lib/domain/values/value-kind";
import { ValueKinds as ReadKinds } from "@/lib/schemas/products";
import type { Ctx } from "../kernel/ctx";
import { read, sql } from "../kernel/db";
import { loadStatuses, type StatusRow } from "../orders/tree/statuses";

/** Says what a row names: an account or product by its external id or code, a status by its description, a vendor by its name. */
export type Reference = {
  /** Is the field of the row, such as "items.0.product". */
  field: string;
  kind: "account" | "product" | "status" | "vendor";
  name: string;
};

type Entity = { id: string; active: boolean };
type FoundProduct = Entity & { valueKinds: ValueKinds };

/** Holds what the rows of a batch name. */
export type Found = {
  account: (name: string) => Entity | undefined;
  product: (name: string) => FoundProduct | undefined;
  status: (name: string) => { id: string } | undefined;
  vendor: (name: string) => { id: string } | undefined;
  statuses: readonly StatusRow[];
  timeZone: string;
  /** Is the organization's, in which every amount of a row is. */
  currency: string;
  /** Makes an account known that was created after the others were looked up. */
  addAccount: (externalId: string, id: string) => void;
};

/** Looks up what these references name, in as many statements for many as for one. */
export async function findReferences(ctx: Ctx, references: readonly Reference[]): Promise<Found> {
  const db = read(ctx);
  const names = (kind: Reference["kind"]) => [
    ...new Set(references.filter((one) => one.kind === kind).map(({ name }) => name)),
  ];
  type Row = Entity & { code: string; externalId: string | null };
  const [accounts, products, vendors, statuses, { timeZone, currency }] = await Promise.all([
    db.$queryRaw<Row[]>(sql`
      SELECT id, code, external_id AS "externalId", active FROM accounts
      WHERE organization_id = ${ctx.organizationId}::uuid AND external_id = ANY(${names("account")})
      UNION ALL
      SELECT id, code, NULL, active FROM accounts
      WHERE organization_id = ${ctx.organizationId}::uuid AND code = ANY(${names("account")})`),
    db.$queryRaw<(Row & { valueKinds: unknown })[]>(sql`
      SELECT id, code, external_id AS "externalId", active, value_kinds AS "valueKinds" FROM products
      WHERE organization_id = ${ctx.organizationId}::uuid AND external_id = ANY(${names("product")})
      UNION ALL
      SELECT id, code, NULL, active, value_kinds FROM products
      WHERE organization_id = ${ctx.organizationId}::uuid AND code = ANY(${names("product")})`),
    db.vendor.findMany({ where: { name: { in: names("vendor") } }, select: { id: true, name: true } }),
    loadStatuses(db, ctx),
    db.organization.findUniqueOrThrow({
      where: { id: ctx.organizationId },
      select: { timeZone: true, currency: true },
    }),
  ]);
  const accountsBy = new Map<string, Entity>(named(accounts));
  const productsBy = named(products.map((row) => ({ ...row, valueKinds: ReadKinds.parse(row.valueKinds) })));
  const vendorsBy = new Map(vendors.map((vendor) => [vendor.name, vendor]));
  const statusesBy = new Map(statuses.map((status) => [status.description.toLowerCase(), status]));
  return {
    account: (name) => accountsBy.get(name),
    product: (name) => productsBy.get(name),
    status: (name) => statusesBy.get(name.toLowerCase()),
    vendor: (name) => vendorsBy.get(name),
    statuses,
    timeZone,
    currency,
    addAccount: (externalId, id) => accountsBy.set(externalId, { id, active: true }),
  };
}

/** Maps external ids and codes to their rows. What is the external id of one and the code of another names the first. */
function named<Row extends { code: string; externalId: string | null }>(
  rows: readonly Row[],
): Map<string, Row> {
  const byCode = rows.filter(({ externalId }) => externalId === null).map((row) => [row.code, row] as const);
  const byId = rows.flatMap((row) => (row.externalId === null ? [] : [[row.externalId, row] as const]));
  return new Map([...byCode, ...byId]);
}

const anyId = "00000000-0000-4000-8000-000000000000";

/** Stands for what a row names where only the form of the row counts. */
export const anything: Found = {
  account: () => ({ id: anyId, active: true }),
  product: () => ({ id: anyId, active: true, valueKinds: {} }),
  status: () => ({ id: anyId }),
  vendor: () => ({ id: anyId }),
  statuses: [],
  timeZone: "UTC",
  currency: "EUR",
  addAccount: () => {},
};
