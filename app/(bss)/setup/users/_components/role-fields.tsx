"use client";

import { NativeSelect } from "@mantine/core";
import { RemoteSelect } from "@/components/inputs/remote-select";
import { useCurrentUser } from "@/components/layout/current-user";
import { permissionLabels } from "@/lib/domain/permission-labels";
import { fixedRoles, isStaff, permissionsOfPerson, type Role, roleLabels } from "@/lib/domain/permissions";
import type { RoleChoice } from "@/lib/server/roles/queries/roles";
import { fixedRoleDescriptions } from "../../roles/_components/words";

export type RoleValues = {
  role: Role;
  /** Names the role of the organization where `role` is custom. */
  roleId: string | null;
  account: { id: string; name: string } | null;
};

interface RoleFieldsProps {
  values: RoleValues;
  /** Lists the roles of the organization. */
  choices: readonly RoleChoice[];
  errors: { role?: React.ReactNode; roleId?: React.ReactNode; accountId?: React.ReactNode };
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
    </>
  );
}

/** Returns the roles that the person may hand out, with the chosen one, and tells whether there are others. */
function useRolesToGive(choices: readonly RoleChoice[], { role, roleId }: RoleValues) {
  const mine = useCurrentUser().permissions;
  const within = (permissions: readonly string[]) =>
    permissions.every((one) => (mine as string[]).includes(one));
  const fixed = fixedRoles.filter(
    (one) => one === role || !isStaff(one) || within(permissionsOfPerson({ role: one, defined: null })),
  );
  const own = choices.filter(({ id, permissions }) => id === roleId || within(permissions));
  return { fixed, own, beyond: fixed.length < fixedRoles.length || own.length < choices.length };
}

/** Returns the role that an invitation begins with: an operator's, where the person may hand it out. */
export function useFirstRole(): Role {
  const { fixed } = useRolesToGive([], { role: "customer", roleId: null, account: null });
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
