"use client";

import { type DataColumn, type DataFilter, DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { RelativeTime } from "@/components/format/relative-time";
import { Link } from "@/components/layout/link";
import { roleLabels, roles } from "@/lib/domain/permissions";
import type { Page } from "@/lib/server/kernel/keyset";
import type { UserRow } from "@/lib/server/users/queries/users";

const columns: DataColumn<UserRow>[] = [
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
  { id: "state", header: "State", cell: ({ active }) => (active ? "Active" : "Deactivated") },
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
];

export function UserTable({ page }: { page: Page<UserRow> }) {
  return (
    <DataTable
      label="Users"
      defaultSort="email"
      columns={columns}
      rows={page.rows}
      page={page}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
      search="Search users"
      filters={filters}
      empty={
        <EmptyState title="There is no user yet" action={<Link href="/setup/users/new">New user</Link>}>
          Each person signs in with their own user.
        </EmptyState>
      }
    />
  );
}
