"use client";

import { type DataColumn, type DataFilter, DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { RelativeTime } from "@/components/format/relative-time";
import { Link } from "@/components/layout/link";
import { accountRoleLabels } from "@/lib/domain/account-role";
import { fixedRoles, roleLabels, roleName } from "@/lib/domain/permissions";
import type { Page } from "@/lib/server/kernel/keyset";
import type { RoleChoice } from "@/lib/server/roles/queries/roles";
import type { UserRow } from "@/lib/server/users/queries/users";
import { GiveLink } from "./give-link";
import { newLinkVerb } from "./link-words";
import classes from "./user-table.module.css";

const columnsFor = ({ mailIsSent, mayInvite }: Ways): DataColumn<UserRow>[] => [
  {
    id: "name",
    header: "Name",
    sort: "name",
    cell: ({ id, name }) => <Link href={`/setup/users/${id}`}>{name}</Link>,
  },
  { id: "email", header: "Email", sort: "email", cell: ({ email }) => email },
  {
    id: "role",
    header: "Role",
    cell: roleWords,
    card: "aside",
  },
  {
    id: "account",
    header: "Account",
    cell: ({ account }) => (account ? <Link href={`/accounts/${account.code}`}>{account.name}</Link> : "–"),
    card: "hidden",
  },
  { id: "state", header: "State", cell: (user) => <State user={user} {...{ mailIsSent, mayInvite }} /> },
  {
    id: "signedIn",
    header: "Last sign-in",
    cell: ({ lastSignInAt }) => (lastSignInAt ? <RelativeTime value={lastSignInAt} /> : "Never"),
    priority: "medium",
    card: "hidden",
  },
];

/** Says how people get links, and whether the reader may give any. */
type Ways = { mailIsSent: boolean; mayInvite: boolean };

const filtersFor = (choices: readonly RoleChoice[]): DataFilter[] => [
  { name: "role", label: "Role", options: fixedRoles.map((value) => ({ value, label: roleLabels[value] })) },
  ...(choices.length > 0
    ? [
        {
          name: "roleId",
          label: "Own role",
          options: choices.map(({ id, name }) => ({ value: id, label: name })),
        },
      ]
    : []),
  {
    name: "active",
    label: "State",
    options: [
      { value: "true", label: "Active" },
      { value: "false", label: "Deactivated" },
    ],
  },
  {
    name: "invited",
    label: "Invitation",
    options: [
      { value: "true", label: "Not yet accepted" },
      { value: "false", label: "Accepted" },
    ],
  },
];

function roleWords({ role, customRole, accountRole }: UserRow): string {
  const name = roleName(role, customRole?.name);
  return accountRole ? `${name}, ${accountRoleLabels[accountRole].toLowerCase()}` : name;
}

function State({ user, mailIsSent, mayInvite }: Ways & { user: UserRow }) {
  if (!user.active) return "Deactivated";
  if (!user.invited) return "Active";
  return (
    <span className={classes.invited}>
      Invited, not yet accepted
      {mayInvite && <GiveLink user={user} verb={newLinkVerb(mailIsSent)} compact />}
    </span>
  );
}

interface UserTableProps extends Ways {
  page: Page<UserRow>;
  /** Lists the roles of the organization. */
  choices: readonly RoleChoice[];
}

export function UserTable({ page, choices, ...ways }: UserTableProps) {
  return (
    <DataTable
      label="Users"
      defaultSort="email"
      columns={columnsFor(ways)}
      rows={page.rows}
      page={page}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
      search="Search users"
      filters={filtersFor(choices)}
      empty={
        <EmptyState
          title="There is no user yet"
          {...(ways.mayInvite && { action: <Link href="/setup/users/new">Invite user</Link> })}
        >
          Each person signs in with their own user.
        </EmptyState>
      }
    />
  );
}
