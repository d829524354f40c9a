"use client";

import { PasswordInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { FailureAlert } from "@/components/feedback/failure-alert";
import { notify } from "@/components/feedback/notify";
import { PendingButton } from "@/components/feedback/pending-button";
import { useAction } from "@/components/form/use-action";
import { passwordLength } from "@/lib/domain/values/password";
import type { UserRow } from "@/lib/server/users/queries/users";
import classes from "../../../_components/form/form.module.css";
import { resetPasswordAction } from "../actions";

export function PasswordForm({ user }: { user: UserRow }) {
  const [password, setPassword] = useState("");
  const save = useAction(resetPasswordAction);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const result = await save.run({ id: user.id, password });
    if (!result.ok) return;
    setPassword("");
    notify(`${user.name} has a new password`);
  };

  return (
    <form onSubmit={submit} noValidate className={classes.form} aria-label="Password" autoComplete="off">
      <FailureAlert failure={save.failure} />
      <PasswordInput
        label="New password"
        description={`At least ${passwordLength.min} characters. It ends every session of this user at once.`}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ "aria-label": "Show password" }}
        value={password}
        error={save.problems.password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <PendingButton type="submit" variant="default" pending={save.pending}>
          Set password
        </PendingButton>
      </div>
    </form>
  );
}
