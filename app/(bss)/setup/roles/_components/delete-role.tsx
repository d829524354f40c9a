"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { notify } from "@/components/feedback/notify";
import { useAction } from "@/components/form/use-action";
import { count } from "@/lib/domain/format/count";
import type { RoleRow } from "@/lib/server/roles/queries/roles";
import classes from "../../../_components/form/form.module.css";
import { deleteRoleAction } from "../actions";

/** Deletes a role that nobody has. While somebody has it, this says so in place of the button. */
export function DeleteRole({ role: { id, name, version, people } }: { role: RoleRow }) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const remove = useAction(deleteRoleAction);
  if (people > 0) {
    return (
      <div className={classes.form}>
        <p>
          {count(people, "person has", "people have")} this role, deactivated users included. Give them
          another role first.
        </p>
      </div>
    );
  }

  const confirm = async () => {
    const result = await remove.run({ id, version });
    if (!result.ok) return;
    notify(`${name} is deleted`);
    router.push("/setup/roles");
  };
  const back = () => {
    remove.forget();
    setAsking(false);
  };
  return (
    <div className={classes.form}>
      <p>Nobody has this role. The audit log keeps what it allowed.</p>
      <div className={classes.buttons}>
        <Button variant="default" c="var(--danger)" onClick={() => setAsking(true)}>
          Delete role
        </Button>
      </div>
      {asking && (
        <Dialog title={`Delete ${name}`} onClose={back}>
          <DialogForm
            verb="Delete role"
            danger
            pending={remove.pending}
            failure={remove.failure}
            onSubmit={confirm}
            onClose={back}
          >
            <p>You cannot undo this.</p>
          </DialogForm>
        </Dialog>
      )}
    </div>
  );
}
