"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { useDone } from "@/components/dialog/use-done";
import { FailureAlert } from "@/components/feedback/failure-alert";
import { notify } from "@/components/feedback/notify";
import { PendingButton } from "@/components/feedback/pending-button";
import { notifyFailure } from "@/components/form/notify-failure";
import { useAction } from "@/components/form/use-action";
import { count } from "@/lib/domain/format/count";
import type { UserRow } from "@/lib/server/users/queries/users";
import classes from "../../../_components/form/form.module.css";
import { activateUserAction, deactivateUserAction, endUserSessionsAction } from "../actions";

export function AccessForm({ user, own }: { user: UserRow; own: boolean }) {
  return (
    <div className={classes.form}>
      {user.active ? <Deactivate user={user} own={own} /> : <Activate user={user} />}
    </div>
  );
}

function Deactivate({ user, own }: { user: UserRow; own: boolean }) {
  const [asking, setAsking] = useState(false);
  const deactivate = useAction(deactivateUserAction);
  const done = useDone(() => setAsking(false));
  if (own)
    return (
      <>
        <p>You cannot deactivate yourself. Another administrator can.</p>
        <EndSessions user={user} own />
      </>
    );

  const confirm = async () => {
    const result = await deactivate.run({ id: user.id, version: user.version });
    if (result.ok) done(`${user.name} is deactivated`);
  };
  const back = () => {
    deactivate.forget();
    setAsking(false);
  };
  return (
    <>
      <p>A deactivated user cannot sign in, and every session ends at once. What they did stays.</p>
      {!user.invited && <p>After a lost phone, end all sessions. {user.name} can sign in again.</p>}
      <div className={classes.buttons}>
        {!user.invited && <EndSessions user={user} />}
        <Button variant="default" c="var(--danger)" onClick={() => setAsking(true)}>
          Deactivate
        </Button>
      </div>
      {asking && (
        <Dialog title={`Deactivate ${user.name}`} onClose={back}>
          <DialogForm
            verb="Deactivate"
            danger
            pending={deactivate.pending}
            failure={deactivate.failure}
            onSubmit={confirm}
            onClose={back}
          >
            <p>{user.name} is signed out at once. You can activate them again later.</p>
          </DialogForm>
        </Dialog>
      )}
    </>
  );
}

/** Signs a user out everywhere, as after a lost phone. */
function EndSessions({ user, own = false }: { user: UserRow; own?: boolean }) {
  const end = useAction(endUserSessionsAction);
  const run = async () => {
    const result = await end.run({ id: user.id });
    if (result.ok) notify(`${count(result.value.sessions, "session")} of ${user.name} ended`);
    else notifyFailure(result);
  };
  return (
    <PendingButton variant="default" pending={end.pending} onClick={run}>
      {own ? "End all other sessions" : "End all sessions"}
    </PendingButton>
  );
}

function Activate({ user }: { user: UserRow }) {
  const router = useRouter();
  const activate = useAction(activateUserAction);
  const run = async () => {
    const result = await activate.run({ id: user.id, version: user.version });
    if (!result.ok) return;
    notify(user.invited ? `${user.name} is activated` : `${user.name} can sign in again`);
    router.refresh();
  };
  return (
    <>
      <FailureAlert failure={activate.failure} />
      <p>
        {user.name} cannot sign in.{" "}
        {user.invited
          ? "Once activated, they need a new link."
          : "Once activated, they sign in with the password they had."}
      </p>
      <div className={classes.buttons}>
        <PendingButton variant="default" pending={activate.pending} onClick={run}>
          Activate
        </PendingButton>
      </div>
    </>
  );
}
