"use client";

import { useRouter } from "next/navigation";
import { notify } from "@/components/feedback/notify";
import { roleLabels } from "@/lib/domain/permissions";
import type { UserRow } from "@/lib/server/users/queries/users";
import { EditForm } from "../../../_components/form/edit-form";
import { setRoleAction } from "../actions";
import { RoleFields, type RoleValues } from "./role-fields";

/** Changes what a user may do, and for which account. */
export function RoleForm({ user }: { user: UserRow }) {
  const router = useRouter();
  const initial: RoleValues = { role: user.role, account: user.account };
  return (
    <EditForm
      key={user.version}
      label="Role"
      verb="Save role"
      draftKey={`user-role:${user.id}`}
      edited={user}
      initial={initial}
      save={({ role, account }, version) =>
        setRoleAction({ id: user.id, version, role, accountId: account?.id ?? null })
      }
      onSaved={(_, { role }) => {
        notify(`${user.name} is ${roleLabels[role]} now`);
        router.refresh();
      }}
    >
      {(form) => (
        <RoleFields values={form.values} errors={form.errors} onChange={(values) => form.setValues(values)} />
      )}
    </EditForm>
  );
}
