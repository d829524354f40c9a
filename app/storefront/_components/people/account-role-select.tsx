import { NativeSelect } from "@mantine/core";
import type { ReactNode } from "react";
import {
  type AccountRole,
  accountRoleDescriptions,
  accountRoleLabels,
  accountRoles,
} from "@/lib/domain/account-role";

interface AccountRoleSelectProps {
  value: AccountRole;
  onChange: (role: AccountRole) => void;
  error?: ReactNode;
}

/** Asks what somebody may do for the account. */
export function AccountRoleSelect({ value, onChange, error }: AccountRoleSelectProps) {
  return (
    <NativeSelect
      label="Role"
      size="md"
      description={accountRoleDescriptions[value]}
      data={accountRoles.map((role) => ({ value: role, label: accountRoleLabels[role] }))}
      value={value}
      error={error}
      onChange={({ currentTarget }) =>
        onChange(accountRoles.find((role) => role === currentTarget.value) ?? value)
      }
    />
  );
}
