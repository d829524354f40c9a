"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmDialog } from "@/components/dialog/confirm-dialog";
import { notify } from "@/components/feedback/notify";
import { useAction } from "@/components/form/use-action";
import type { UserRow } from "@/lib/server/users/queries/users";
import classes from "../../../_components/form/form.module.css";
import { FormAlert } from "../../../_components/form/form-messages";
import { activateUserAction, deactivateUserAction } from "../actions";

export function AccessForm({ user, own }: { user: UserRow; own: boolean }) {
  return (
    <div className={classes.form}>
      {user.active ? <Deactivate user={user} own={own} /> : <Activate user={user} />}
    </div>
  );
}

function Deactivate({ user, own }: { user: UserRow; own: boolean }) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const deactivate = useAction(deactivateUserAction);
  if (own) return <p>You cannot deactivate yourself. Another administrator can.</p>;

  const confirm = async () => {
    const result = await deactivate.run({ id: user.id, version: user.version });
    if (!result.ok) return;
    setAsking(false);
    notify(`${user.name} is deactivated`);
    router.refresh();
  };
  return (
    <>
      <p>A deactivated user cannot sign in, and every session ends at once. What they did stays.</p>
      <div className={classes.buttons}>
        <Button variant="default" c="var(--danger)" onClick={() => setAsking(true)}>
          Deactivate
        </Button>
      </div>
      <ConfirmDialog
        opened={asking}
        title={`Deactivate ${user.name}`}
        confirm="Deactivate"
        danger
        pending={deactivate.pending}
        problem={deactivate.failure?.message ?? null}
        onConfirm={confirm}
        onClose={() => {
          deactivate.forget();
          setAsking(false);
        }}
      >
        <p>{user.name} is signed out everywhere at once. You can activate them again later.</p>
      </ConfirmDialog>
    </>
  );
}

function Activate({ user }: { user: UserRow }) {
  const router = useRouter();
  const activate = useAction(activateUserAction);
  const run = async () => {
    const result = await activate.run({ id: user.id, version: user.version });
    if (!result.ok) return;
    notify(`${user.name} can sign in again`);
    router.refresh();
  };
  return (
    <>
      <FormAlert failure={activate.failure} />
      <p>{user.name} cannot sign in. Once activated, they sign in with the password they had.</p>
      <div className={classes.buttons}>
        <Button variant="default" loading={activate.pending} onClick={run}>
          Activate
        </Button>
      </div>
    </>
  );
}
