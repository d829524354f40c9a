"use client";

import { useRouter } from "next/navigation";
import { notify } from "@/components/feedback/notify";
import { useCurrentUser } from "@/components/layout/current-user";
import { withNeeded } from "@/lib/domain/roles/needed";
import { EditForm } from "../../../_components/form/edit-form";
import { createRoleAction } from "../actions";
import type { ShownRole } from "./find-shown-role";
import { RoleFields, roleProblems } from "./role-fields";

/** Defines a role, from nothing or from what another one allows, as far as the person may do it themselves. */
export function NewRole({ source }: { source: ShownRole | null }) {
  const router = useRouter();
  const mine = useCurrentUser().permissions;
  const permissions = (source?.permissions ?? []).filter((permission) =>
    withNeeded([permission]).every((one) => mine.includes(one)),
  );
  return (
    <EditForm
      label="Role"
      verb="Create role"
      draftKey={`role-new:${source?.id ?? ""}`}
      initial={{ name: source ? `${source.name} (copy)` : "", permissions }}
      save={createRoleAction}
      onSaved={({ id }, { name }) => {
        notify(`${name.trim()} is ready. Give it to people on their pages.`);
        router.push(`/setup/roles/${id}`);
      }}
      errorsOf={roleProblems}
      back="/setup/roles"
      autoComplete="off"
    >
      {(form) => <RoleFields form={form} isNew />}
    </EditForm>
  );
}
