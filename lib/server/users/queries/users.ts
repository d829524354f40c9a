import "server-only";
import { z } from "zod";
import type { AccountRole } from "@/lib/domain/account-role";
import type { MessageState } from "@/lib/domain/messages/message";
import { isStaff, permissionsOfPerson, type Role, roles } from "@/lib/domain/permissions";
import { signsIn } from "@/lib/domain/sign-in/identity";
import { Id, listParameters, sortParameter } from "@/lib/schemas/fields";
import { config } from "../../kernel/config";
import { type Ctx, may } from "../../kernel/ctx";
import { read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { NotFound } from "../../kernel/errors";
import { filter, isUuid, type Page, type SortColumn, sortedKeyset } from "../../kernel/keyset";
import { foundBy, namesIn, searched } from "../../search/found-by";
import { type Factors, factorsOf, hasFactor } from "../../second-factor/factors";
import { invited } from "../invited";

const ListUsersInput = z.object({
  ...listParameters,
  sort: sortParameter(["name", "email"], "email"),
  role: z.enum(roles).optional().catch(undefined),
  roleId: Id.optional().catch(undefined),
  active: z.enum(["true", "false"]).optional().catch(undefined),
  invited: z.enum(["true", "false"]).optional().catch(undefined),
});

export type UserRow = {
  id: string;
  email: string;
  name: string;
  role: Role;
  /** Says what people of an account are within it. */
  accountRole: AccountRole | null;
  /** Names the role that the organization defined; null where it is a fixed one. */
  customRole: { id: string; name: string } | null;
  active: boolean;
  /** Tells whether the person has not accepted their invitation yet. */
  invited: boolean;
  version: number;
  account: { id: string; code: string; name: string } | null;
  /** Holds the time in ISO format. */
  lastSignInAt: string | null;
};

export type UserDetail = UserRow & {
  /** Tells whether the caller may do all that the person may, and so may change their role and access. */
  withinReach: boolean;
  /** Holds the email address that the person asked for and has not confirmed. */
  newEmail: string | null;
  /** Tells whether more than the password is asked of the person. */
  secondFactor: boolean;
  /** Tells, where the organization takes single sign-on alone, whether the person has linked an account that signs them in. */
  singleSignOn: { linked: boolean } | null;
  /** Holds the open link by which the person chooses a password. */
  link: {
    /** Holds the time in ISO format; null until the link is sent. */
    endsAt: string | null;
    /** Names the email that carries it; null where an administrator passes it on. */
    message: { id: string; state: MessageState } | null;
  } | null;
};

type Row = Omit<UserRow, "account" | "customRole" | "lastSignInAt"> & {
  roleId: string | null;
  roleName: string | null;
  rolePermissions: string[] | null;
  accountId: string | null;
  accountCode: string | null;
  accountName: string | null;
  lastSignInAt: Date | null;
};

type SigningInRow = { singleSignOnOnly: boolean; issuers: string[] };

const columns = sql`
  users.id, users.email, users.name, users.role, users.account_role AS "accountRole", users.role_id AS "roleId", roles.name AS "roleName", roles.permissions AS "rolePermissions",
  users.active, ${invited} AS invited, users.version, users.last_sign_in_at AS "lastSignInAt",
  accounts.id AS "accountId", accounts.code AS "accountCode", accounts.name AS "accountName"`;

const joins = sql`
  LEFT JOIN roles ON roles.organization_id = users.organization_id AND roles.id = users.role_id
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
  async run(
    { ctx },
    { q, role, roleId, active, invited: asked, sort, cursor, limit },
  ): Promise<Page<UserRow>> {
    const pages = sortedKeyset(sortable, sql`users.id`, { sort, cursor, limit });

    const names = await namesIn(ctx, q, "accounts");

    const rows = await read(ctx).$queryRaw<Row[]>(sql`
      SELECT ${columns} FROM users ${joins}
      WHERE users.organization_id = ${ctx.organizationId}::uuid
        ${foundBy(q, (pattern, word) => sql`${searched.users} LIKE ${pattern} OR ${names.account(sql`users.account_id`, word)}`)}
        ${filter(sql`users.role = ${role ?? ""}::role`, role)}
        ${filter(sql`users.role_id = ${roleId ?? null}::uuid`, roleId)}
        ${filter(sql`users.active = ${active === "true"}`, active)}
        ${filter(sql`${invited} = ${asked === "true"}`, asked)}
        ${pages.where} ${pages.tail}`);
    const page = pages.page(rows);
    return { ...page, rows: page.rows.map(toRow) };
  },
});

/** Returns a user, with what they ask for. @throws NotFound */
export const getUser = query({
  name: "user.get",
  caller: staff("user:read"),
  input: z.string(),
  async run({ ctx }, id): Promise<UserDetail> {
    const [[found], links, factors] = isUuid(id)
      ? await Promise.all([
          read(ctx).$queryRaw<(Row & SigningInRow)[]>(sql`
            SELECT ${columns}, organizations.single_sign_on_only AS "singleSignOnOnly",
              ARRAY(SELECT issuer FROM identities WHERE identities.person_id = users.person_id) AS issuers
            FROM users ${joins} JOIN organizations ON organizations.id = users.organization_id
            WHERE users.organization_id = ${ctx.organizationId}::uuid AND users.id = ${id}::uuid`),
          openLinks(ctx, id),
          factorsOfUser(ctx, id),
        ])
      : [[], [], null];
    if (!found) throw new NotFound("user", id);
    const { singleSignOnOnly, issuers, ...row } = found;
    const linked = issuers.some((issuer) => signsIn({ issuer }, config().oidc?.issuer));
    const link = links.find(({ purpose }) => purpose !== "email");
    return {
      ...toRow(row),
      secondFactor: !row.invited && factors !== null && hasFactor(factors),
      // What an invited person has elsewhere is nobody's business here.
      singleSignOn: singleSignOnOnly ? { linked: !row.invited && linked } : null,
      withinReach:
        !isStaff(row.role) ||
        permissionsOfPerson({ role: row.role, defined: row.rolePermissions, accountRole: null }).every(
          (one) => may(ctx, one),
        ),
      newEmail: links.find(({ purpose }) => purpose === "email")?.email ?? null,
      link: link ? { endsAt: link.endsAt?.toISOString() ?? null, message: link.messages[0] ?? null } : null,
    };
  },
});

async function factorsOfUser(ctx: Ctx, id: string): Promise<Factors | null> {
  const user = await read(ctx).user.findFirst({ where: { id }, select: { personId: true } });
  return user && factorsOf(read(ctx), user.personId);
}

/** Returns the open links of a person. A person who is invited has no password to forget, so at most one is for a password. */
function openLinks(ctx: Ctx, userId: string) {
  return read(ctx).oneTimeLink.findMany({
    where: {
      ...{ userId, usedAt: null, voidedAt: null },
      OR: [{ purpose: { not: "email" } }, { endsAt: null }, { endsAt: { gt: ctx.now } }],
    },
    select: { purpose: true, email: true, endsAt: true, messages: { select: { id: true, state: true } } },
  });
}

function toRow(row: Row): UserRow {
  const {
    accountId,
    accountCode,
    accountName,
    lastSignInAt,
    roleId,
    roleName,
    rolePermissions: _,
    ...user
  } = row;
  const account = accountId && accountCode && accountName;
  return {
    ...user,
    customRole: roleId !== null && roleName !== null ? { id: roleId, name: roleName } : null,
    account: account ? { id: accountId, code: accountCode, name: accountName } : null,
    lastSignInAt: lastSignInAt?.toISOString() ?? null,
  };
}
