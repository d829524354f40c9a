import "server-only";
import type { z } from "zod";
import type { ImportPlan } from "@/lib/domain/imports/import";
import type { ImportRefusal } from "@/lib/domain/imports/refusal";
import type { Permission } from "@/lib/domain/permissions";
import type { Refusal } from "@/lib/domain/refusals/refusal";
import type { Result } from "@/lib/domain/values/result";
import type { Ctx } from "../../kernel/ctx";
import type { Prisma, Tx } from "../../kernel/db";
import type { Found, Reference } from "../found";

export type RowData = Readonly<Record<string, unknown>>;

/** Says what was made, and marks its row in the same transaction. `where` finds it in the table of the subject. */
export type Mark = (tx: Tx, made: { code: string; where: Prisma.Sql | null }) => Promise<void>;

/** Holds what the database has of a row's external id. */
export type Existing = { code: string };

/** Says what an import does with the rows of one subject: docs/domain.md, section 11. */
export type Subject<There extends Existing = Existing> = {
  /** Is what the command of each row needs. */
  readonly permission: Permission;
  /** Is the table that keeps the external ids. */
  readonly table: "accounts" | "products" | "orders" | "invoices";
  readonly references: (data: RowData) => Reference[];
  /** Returns the input of the command that adds it. */
  readonly input: (data: RowData, found: Found) => Record<string, unknown>;
  readonly schema: z.ZodType;
  /** Returns what the command would object to, as far as it can be known beforehand. */
  readonly objection: (ctx: Ctx, data: RowData, found: Found) => ImportRefusal | null;
  readonly existing: (ctx: Ctx, externalIds: readonly string[]) => Promise<Map<string, There>>;
  /** Tells whether a row changes what is there. */
  readonly compare: (
    there: There,
    data: RowData,
    found: Found,
  ) => Exclude<ImportPlan, "create"> | ImportRefusal;
  readonly create: (ctx: Ctx, data: RowData, found: Found, mark: Mark) => Promise<Result<Made, Refusal>>;
  /**
   * Creates what many rows describe in one transaction, which marks them all, or nothing of it. Is missing if rows are created
   * one by one.
   */
  readonly createAll?: (
    ctx: Ctx,
    rows: readonly { externalId: string; data: RowData }[],
    found: Found,
    markAll: (tx: Tx, codes: readonly string[]) => Promise<void>,
  ) => Promise<Result<unknown, Refusal>>;
  /** Is missing if what is there stays as it is. */
  readonly update?: (
    ctx: Ctx,
    there: There,
    data: RowData,
    found: Found,
    mark: Mark,
  ) => Promise<Result<Made, Refusal>>;
};

/** Names what a row made, as far as later rows can name it. */
export type Made = { id: string | null };

/** Leaves out what a row does not say, so that the command decides or what is there stays. */
export function said(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Returns a text. A number that JSON has for one is written out. */
export function text(value: unknown): string | null | undefined {
  return value === undefined || value === null ? value : String(value);
}

/** Returns a reference if the row has the field. */
export function reference(kind: Reference["kind"], field: string, value: unknown): Reference[] {
  return value === undefined || value === null ? [] : [{ kind, field, name: String(value).trim() }];
}

/** Returns the id of what a row names. Null stays null, and a missing field missing. */
export function idOf(find: (name: string) => { id: string } | undefined, value: unknown) {
  return value === undefined || value === null ? value : find(String(value).trim())?.id;
}
