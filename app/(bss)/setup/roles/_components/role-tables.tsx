"use client";

import { type DataColumn, DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { Link } from "@/components/layout/link";
import { count } from "@/lib/domain/format/count";
import { type FixedRole, fixedRoles, roleLabels, staffPermissions } from "@/lib/domain/permissions";
import type { Page } from "@/lib/server/kernel/keyset";
import type { RoleRow } from "@/lib/server/roles/queries/roles";
import { fixedRoleDescriptions } from "./words";

const columns: DataColumn<RoleRow>[] = [
  { id: "name", header: "Role", cell: ({ id, name }) => <Link href={`/setup/roles/${id}`}>{name}</Link> },
  {
    id: "permissions",
    header: "Permissions",
    cell: ({ permissions }) => `${permissions.length} of ${staffPermissions.length}`,
  },
  {
    id: "people",
    header: "People",
    cell: ({ people }) => (people === 0 ? "Nobody" : count(people, "person", "people")),
    card: "aside",
  },
];

export function RoleTable({ page, mayCreate }: { page: Page<RoleRow>; mayCreate: boolean }) {
  return (
    <DataTable
      label="Your own roles"
      columns={columns}
      rows={page.rows}
      page={page}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
      empty={
        <EmptyState
          title="You have no roles of your own yet"
          {...(mayCreate && { action: <Link href="/setup/roles/new">New role</Link> })}
        >
          Make your own role where the fixed ones allow too much or too little.
        </EmptyState>
      }
    />
  );
}

const fixed = fixedRoles.map((role) => ({ role }));

const fixedColumns: DataColumn<{ role: FixedRole }>[] = [
  {
    id: "name",
    header: "Role",
    width: "10rem",
    cell: ({ role }) => <Link href={`/setup/roles/${role}`}>{roleLabels[role]}</Link>,
  },
  { id: "may", header: "May do", cell: ({ role }) => fixedRoleDescriptions[role] },
];

export function FixedRoleTable() {
  return (
    <DataTable
      label="Fixed roles"
      columns={fixedColumns}
      rows={fixed}
      rowId={({ role }) => role}
      rowName={({ role }) => roleLabels[role]}
      grows
      empty={null}
    />
  );
}
