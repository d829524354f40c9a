"use client";

import { NativeSelect } from "@mantine/core";
import { RemoteSelect } from "@/components/inputs/remote-select";
import { isStaff, type Role, roleLabels, roles } from "@/lib/domain/permissions";

const descriptions: Record<Role, string> = {
  administrator: "Everything, with order statuses, users and the audit log.",
  operator: "Orders and accounts; no setup.",
  manager: "Reads everything, changes nothing.",
  customer: "Storefront: the account's catalogue, basket and orders.",
  reseller: "Storefront: sees, approves and cancels orders of the account's customers.",
};

export type RoleValues = {
  role: Role;
  account: { id: string; name: string } | null;
};

interface RoleFieldsProps {
  values: RoleValues;
  errors: { role?: React.ReactNode; accountId?: React.ReactNode };
  onChange: (values: RoleValues) => void;
}

/** Asks what a user may do, and for which account if they are no staff. */
export function RoleFields({ values, errors, onChange }: RoleFieldsProps) {
  const { role, account } = values;
  return (
    <>
      <NativeSelect
        label="Role"
        description={descriptions[role]}
        data={roles.map((value) => ({ value, label: roleLabels[value] }))}
        value={role}
        error={errors.role}
        onChange={(event) => {
          const { value } = event.currentTarget;
          const chosen = roles.find((candidate) => candidate === value) ?? role;
          onChange({ role: chosen, account: isStaff(chosen) ? null : account });
        }}
      />
      {!isStaff(role) && (
        <RemoteSelect<{ id: string; name: string; code: string }>
          label="Account"
          source="/orders/options/accounts"
          description="The user acts for this account."
          hint={({ code }) => code}
          value={account}
          onChange={(option) => onChange({ role, account: option && { id: option.id, name: option.name } })}
          onUnmatched={(typed) => onChange({ role, account: typed })}
          error={errors.accountId}
        />
      )}
    </>
  );
}
