"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { useDone } from "@/components/dialog/use-done";
import { useAction } from "@/components/form/use-action";
import { Link } from "@/components/layout/link";
import type { UserDetail } from "@/lib/server/users/queries/users";
import classes from "../../../_components/form/form.module.css";
import { resetSecondFactorAction } from "../actions";
import words from "./links.module.css";

/** Tells whether a person has a second factor, and takes it away when they have lost it. */
export function SecondFactorForm({ user, own }: { user: UserDetail; own: boolean }) {
  const [asking, setAsking] = useState(false);
  const reset = useAction(resetSecondFactorAction);
  const done = useDone(() => setAsking(false));
  const { name, secondFactor } = user;
  if (own) {
    return (
      <p>
        You manage your second factor in{" "}
        <Link href="/profile#second-factor" className={words.link}>
          your profile
        </Link>
        .
      </p>
    );
  }
  if (!secondFactor) return <p>{name} has none.</p>;

  const confirm = async () => {
    const result = await reset.run({ id: user.id });
    if (result.ok) done(`The second factor of ${name} is reset`);
  };
  const back = () => {
    reset.forget();
    setAsking(false);
  };
  return (
    <div className={classes.form}>
      <p>
        {name} signs in with a second factor. After a lost phone, reset it, once you know that it is them who
        asks.
      </p>
      <div className={classes.buttons}>
        <Button variant="default" c="var(--danger)" onClick={() => setAsking(true)}>
          Reset second factor
        </Button>
      </div>
      {asking && (
        <Dialog title={`Reset the second factor of ${name}`} onClose={back}>
          <DialogForm
            verb="Reset"
            danger
            pending={reset.pending}
            failure={reset.failure}
            onSubmit={confirm}
            onClose={back}
          >
            <p>
              Apps, passkeys and recovery codes of {name} no longer count, and every session ends. The
              password alone signs in until there is another one.
            </p>
          </DialogForm>
        </Dialog>
      )}
    </div>
  );
}
