"use client";

import { useRouter } from "next/navigation";
import { notify } from "@/components/feedback/notify";
import { isStaff, roleName } from "@/lib/domain/permissions";
import type { RoleChoice } from "@/lib/server/roles/queries/roles";
import type { UserRow } from "@/lib/server/users/queries/users";
import { EditForm } from "../../../_components/form/edit-form";
import { setRoleAction } from "../actions";
import { RoleFields, type RoleValues } from "./role-fields";

/** Changes what a user may do, and for which account. */
export function RoleForm({ user, choices }: { user: UserRow; choices: readonly RoleChoice[] }) {
  const router = useRouter();
  const initial: RoleValues = {
    role: user.role,
    roleId: user.customRole?.id ?? null,
    account: user.account,
    accountRole: user.accountRole ?? "administrator",
  };
  return (
    <EditForm
      key={user.version}
      label="Role"
      verb="Save role"
      draftKey={`user-role:${user.id}`}
      edited={user}
      initial={initial}
      save={({ role, roleId, account, accountRole }, version) =>
        setRoleAction({
          id: user.id,
          version,
          role,
          roleId,
          accountId: account?.id ?? null,
          accountRole: isStaff(role) ? null : accountRole,
        })
      }
      onSaved={(_, { role, roleId }) => {
        const name = roleName(role, choices.find(({ id }) => id === roleId)?.name);
        notify(`${user.name} is ${name} now`);
        router.refresh();
      }}
    >
      {(form) => (
        <RoleFields
          values={form.values}
          choices={choices}
          errors={form.errors}
          onChange={(values) => form.setValues(values)}
        />
      )}
    </EditForm>
  );
}
