"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { FailureAlert } from "@/components/feedback/failure-alert";
import { notify } from "@/components/feedback/notify";
import { useAction } from "@/components/form/use-action";
import { roleLabels } from "@/lib/domain/permissions";
import type { UserRow } from "@/lib/server/users/queries/users";
import classes from "../../../_components/form/form.module.css";
import { setRoleAction } from "../actions";
import { RoleFields, type RoleValues } from "./role-fields";

export function RoleForm({ user }: { user: UserRow }) {
  const router = useRouter();
  const [values, setValues] = useState<RoleValues>({ role: user.role, account: user.account });
  const save = useAction(setRoleAction);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { id, version } = user;
    const result = await save.run({ id, version, role: values.role, accountId: values.account?.id ?? null });
    if (!result.ok) return;
    notify(`${user.name} is ${roleLabels[values.role]} now`);
    router.refresh();
  };

  return (
    <form onSubmit={submit} noValidate className={classes.form} aria-label="Role">
      <FailureAlert failure={save.failure} />
      <RoleFields values={values} errors={save.problems} onChange={setValues} />
      <div className={classes.buttons}>
        <Button type="submit" loading={save.pending}>
          Save role
        </Button>
      </div>
    </form>
  );
}
