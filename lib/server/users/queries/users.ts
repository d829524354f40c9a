import "server-only";
import { z } from "zod";
import { type Role, roles } from "@/lib/domain/permissions";
import { listParameters, sortParameter } from "@/lib/schemas/fields";
import { read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { NotFound } from "../../kernel/errors";
import { filter, isUuid, type Page, type SortColumn, sortedKeyset } from "../../kernel/keyset";
import { foundBy, namesIn, searched } from "../../search/found-by";

const ListUsersInput = z.object({
  ...listParameters,
  sort: sortParameter(["name", "email"], "email"),
  role: z.enum(roles).optional().catch(undefined),
  active: z.enum(["true", "false"]).optional().catch(undefined),
});

export type UserRow = {
  id: string;
  email: string;
  name: string;
  role: Role;
  active: boolean;
  version: number;
  account: { id: string; code: string; name: string } | null;
  /** Holds the time in ISO format. */
  lastSignInAt: string | null;
};

type Row = Omit<UserRow, "account" | "lastSignInAt"> & {
  accountId: string | null;
  accountCode: string | null;
  accountName: string | null;
  lastSignInAt: Date | null;
};

const columns = sql`
  users.id, users.email, users.name, users.role, users.active, users.version, users.last_sign_in_at AS "lastSignInAt",
  accounts.id AS "accountId", accounts.code AS "accountCode", accounts.name AS "accountName"`;

const joins = sql`
  LEFT JOIN accounts ON accounts.organization_id = users.organization_id AND accounts.id = users.account_id`;

const sortable = {
  name: { key: sql`users.name`, keyType: "text", of: ({ name }) => name },
  email: { key: sql`users.email`, keyType: "text", of: ({ email }) => email },
} satisfies Record<string, SortColumn<Row>>;

/** Returns the people who can sign in, by email. */
export const listUsers = query({
  name: "user.list",
  caller: staff("user:read"),
  input: ListUsersInput,
  async run({ ctx }, { q, role, active, sort, cursor, limit }): Promise<Page<UserRow>> {
    const pages = sortedKeyset(sortable, sql`users.id`, { sort, cursor, limit });

    const names = await namesIn(ctx, q, "accounts");

    const rows = await read(ctx).$queryRaw<Row[]>(sql`
      SELECT ${columns} FROM users ${joins}
      WHERE users.organization_id = ${ctx.organizationId}::uuid
        ${foundBy(q, (pattern, word) => sql`${searched.users} LIKE ${pattern} OR ${names.account(sql`users.account_id`, word)}`)}
        ${filter(sql`users.role = ${role ?? ""}::role`, role)}
        ${filter(sql`users.active = ${active === "true"}`, active)}
        ${pages.where} ${pages.tail}`);
    const page = pages.page(rows);
    return { ...page, rows: page.rows.map(toRow) };
  },
});

/** Returns a user. @throws NotFound */
export const getUser = query({
  name: "user.get",
  caller: staff("user:read"),
  input: z.string(),
  async run({ ctx }, id): Promise<UserRow> {
    const [row] = isUuid(id)
      ? await read(ctx).$queryRaw<Row[]>(sql`
          SELECT ${columns} FROM users ${joins}
          WHERE users.organization_id = ${ctx.organizationId}::uuid AND users.id = ${id}::uuid`)
      : [];
    if (!row) throw new NotFound("user", id);
    return toRow(row);
  },
});

function toRow({ accountId, accountCode, accountName, lastSignInAt, ...user }: Row): UserRow {
  const account = accountId && accountCode && accountName;
  return {
    ...user,
    account: account ? { id: accountId, code: accountCode, name: accountName } : null,
    lastSignInAt: lastSignInAt?.toISOString() ?? null,
  };
}
