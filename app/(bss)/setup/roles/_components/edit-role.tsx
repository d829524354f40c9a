"use client";

import { useRouter } from "next/navigation";
import { notify } from "@/components/feedback/notify";
import type { RoleRow } from "@/lib/server/roles/queries/roles";
import { EditForm } from "../../../_components/form/edit-form";
import { editRoleAction } from "../actions";
import { RoleFields, roleProblems } from "./role-fields";

export function EditRole({ role }: { role: RoleRow }) {
  const router = useRouter();
  const { id, name, permissions, version } = role;
  return (
    <EditForm
      key={version}
      label="Role"
      verb="Save role"
      draftKey={`role:${id}`}
      edited={role}
      initial={{ name, permissions }}
      save={(values, seen) => editRoleAction({ ...values, id, version: seen })}
      onSaved={(_, values) => {
        notify(`${values.name.trim()} saved`);
        router.refresh();
      }}
      errorsOf={roleProblems}
      autoComplete="off"
    >
      {(form) => <RoleFields form={form} isNew={false} />}
    </EditForm>
  );
}
