"use client";

import { NativeSelect } from "@mantine/core";
import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import type { RemoteSelect as Remote } from "@/components/inputs/remote-select";
import { useCurrentUser } from "@/components/layout/current-user";
import {
  type AccountRole,
  accountRoleDescriptions,
  accountRoleLabels,
  accountRoles,
} from "@/lib/domain/account-role";
import { permissionLabels } from "@/lib/domain/permission-labels";
import { fixedRoles, isStaff, permissionsOfPerson, type Role, roleLabels } from "@/lib/domain/permissions";
import type { RoleChoice } from "@/lib/server/roles/queries/roles";
import { fixedRoleDescriptions } from "../../roles/_components/words";

// Staff act for no account, and their pages weigh less without the choice of one.
const RemoteSelect = dynamic(() =>
  import("@/components/inputs/remote-select").then((module) => module.RemoteSelect),
) as typeof Remote;

export type RoleValues = {
  role: Role;
  /** Names the role of the organization where `role` is custom. */
  roleId: string | null;
  account: { id: string; name: string } | null;
  /** Says what people of an account may do for it. */
  accountRole: AccountRole;
};

interface RoleFieldsProps {
  values: RoleValues;
  /** Lists the roles of the organization. */
  choices: readonly RoleChoice[];
  errors: Partial<Record<"role" | "roleId" | "accountId" | "accountRole", ReactNode>>;
  onChange: (values: RoleValues) => void;
}

/** Asks what a user may do, and for which account if they are no staff. */
export function RoleFields({ values, choices, errors, onChange }: RoleFieldsProps) {
  const { role, roleId, account } = values;
  const { fixed, own, beyond } = useRolesToGive(choices, values);
  const groups = [
    { group: "Fixed roles", items: fixed.map((value) => ({ value, label: roleLabels[value] })) },
    { group: "Your own roles", items: own.map(({ id, name }) => ({ value: id, label: name })) },
  ];
  return (
    <>
      <NativeSelect
        label="Role"
        description={[hintOf(values, choices), beyond && "Roles that allow more than yours are not listed."]
          .filter(Boolean)
          .join(" ")}
        data={own.length > 0 ? groups : groups[0]?.items}
        value={roleId ?? role}
        error={errors.role ?? errors.roleId}
        onChange={({ currentTarget: { value } }) => {
          const chosen = fixed.find((candidate) => candidate === value) ?? "custom";
          onChange({
            ...values,
            role: chosen,
            roleId: chosen === "custom" ? value : null,
            account: isStaff(chosen) ? null : account,
          });
        }}
      />
      {!isStaff(role) && (
        <RemoteSelect<{ id: string; name: string; code: string }>
          label="Account"
          source="/orders/options/accounts"
          description="The user acts for this account."
          hint={({ code }) => code}
          value={account}
          onChange={(option) =>
            onChange({ ...values, account: option && { id: option.id, name: option.name } })
          }
          onUnmatched={(typed) => onChange({ ...values, account: typed })}
          error={errors.accountId}
        />
      )}
      {!isStaff(role) && (
        <NativeSelect
          label="Role in the account"
          description={accountRoleDescriptions[values.accountRole]}
          data={accountRoles.map((value) => ({ value, label: accountRoleLabels[value] }))}
          value={values.accountRole}
          error={errors.accountRole}
          onChange={({ currentTarget: { value } }) => {
            const accountRole = accountRoles.find((one) => one === value) ?? values.accountRole;
            onChange({ ...values, accountRole });
          }}
        />
      )}
    </>
  );
}

/** Returns the roles that the person may hand out, with the chosen one, and tells whether there are others. */
function useRolesToGive(
  choices: readonly RoleChoice[],
  { role, roleId }: Pick<RoleValues, "role" | "roleId">,
) {
  const mine = useCurrentUser().permissions;
  const within = (permissions: readonly string[]) =>
    permissions.every((one) => (mine as string[]).includes(one));
  const fixed = fixedRoles.filter(
    (one) =>
      one === role ||
      !isStaff(one) ||
      within(permissionsOfPerson({ role: one, defined: null, accountRole: null })),
  );
  const own = choices.filter(({ id, permissions }) => id === roleId || within(permissions));
  return { fixed, own, beyond: fixed.length < fixedRoles.length || own.length < choices.length };
}

/** Returns the role that an invitation begins with: an operator's, where the person may hand it out. */
export function useFirstRole(): Role {
  const { fixed } = useRolesToGive([], { role: "customer", roleId: null });
  return fixed.includes("operator") ? "operator" : "customer";
}

const named = 3;

/** Says what the chosen role allows, in short. */
function hintOf({ role, roleId }: RoleValues, choices: readonly RoleChoice[]): string {
  if (role !== "custom") return fixedRoleDescriptions[role];
  const labels = (choices.find(({ id }) => id === roleId)?.permissions ?? []).map(
    (one) => permissionLabels[one],
  );
  const more = labels.length - named;
  return `${labels.slice(0, named).join(", ")}${more > 0 ? ` and ${more} more` : ""}.`;
}
