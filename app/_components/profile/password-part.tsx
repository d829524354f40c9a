"use client";

import { PasswordInput } from "@mantine/core";
import { useState } from "react";
import { notify } from "@/components/feedback/notify";
import { useAction } from "@/components/form/use-action";
import { passwordLength } from "@/lib/domain/values/password";
import { changePasswordAction } from "./actions";
import { Part } from "./part";

const blank = { current: "", password: "" };

export function PasswordPart({ email }: { email: string }) {
  const [typed, setTyped] = useState(blank);
  const { run, ...change } = useAction(changePasswordAction);

  const save = async () => {
    const result = await run(typed);
    if (!result.ok) return;
    setTyped(blank);
    notify("Your password is changed, and your other sessions have ended");
  };
  return (
    <Part
      title="Password"
      verb="Change password"
      fields={["current", "password"]}
      onSubmit={save}
      {...change}
    >
      {/* Password managers keep the new password under this name. */}
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <PasswordInput
        label="Current password"
        autoComplete="current-password"
        visibilityToggleButtonProps={{ "aria-label": "Show current password" }}
        value={typed.current}
        error={change.problems.current}
        onChange={(event) => setTyped({ ...typed, current: event.currentTarget.value })}
      />
      <PasswordInput
        label="New password"
        description={`Use at least ${passwordLength.min} characters, such as a sentence. Leave out your name, your email address and your company. Your other sessions end.`}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ "aria-label": "Show new password" }}
        value={typed.password}
        error={change.problems.password}
        onChange={(event) => setTyped({ ...typed, password: event.currentTarget.value })}
      />
    </Part>
  );
}
