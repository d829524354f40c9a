"use client";

import { type DataColumn, type DataFilter, DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { RelativeTime } from "@/components/format/relative-time";
import { Link } from "@/components/layout/link";
import { roleLabels, roles } from "@/lib/domain/permissions";
import type { Page } from "@/lib/server/kernel/keyset";
import type { UserRow } from "@/lib/server/users/queries/users";
import { GiveLink } from "./give-link";
import { newLinkVerb } from "./link-words";
import classes from "./user-table.module.css";

const columnsFor = (mailIsSent: boolean): DataColumn<UserRow>[] => [
  {
    id: "name",
    header: "Name",
    sort: "name",
    cell: ({ id, name }) => <Link href={`/setup/users/${id}`}>{name}</Link>,
  },
  { id: "email", header: "Email", sort: "email", cell: ({ email }) => email },
  { id: "role", header: "Role", cell: ({ role }) => roleLabels[role], card: "aside" },
  {
    id: "account",
    header: "Account",
    cell: ({ account }) => (account ? <Link href={`/accounts/${account.code}`}>{account.name}</Link> : "–"),
    card: "hidden",
  },
  { id: "state", header: "State", cell: (user) => <State user={user} mailIsSent={mailIsSent} /> },
  {
    id: "signedIn",
    header: "Last sign-in",
    cell: ({ lastSignInAt }) => (lastSignInAt ? <RelativeTime value={lastSignInAt} /> : "Never"),
    card: "hidden",
  },
];

const filters: DataFilter[] = [
  { name: "role", label: "Role", options: roles.map((value) => ({ value, label: roleLabels[value] })) },
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

function State({ user, mailIsSent }: { user: UserRow; mailIsSent: boolean }) {
  if (!user.active) return "Deactivated";
  if (!user.invited) return "Active";
  return (
    <span className={classes.invited}>
      Invited, not yet accepted
      <GiveLink user={user} verb={newLinkVerb(mailIsSent)} compact />
    </span>
  );
}

export function UserTable({ page, mailIsSent }: { page: Page<UserRow>; mailIsSent: boolean }) {
  return (
    <DataTable
      label="Users"
      defaultSort="email"
      columns={columnsFor(mailIsSent)}
      rows={page.rows}
      page={page}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
      search="Search users"
      filters={filters}
      empty={
        <EmptyState title="There is no user yet" action={<Link href="/setup/users/new">Invite user</Link>}>
          Each person signs in with their own user.
        </EmptyState>
      }
    />
  );
}
