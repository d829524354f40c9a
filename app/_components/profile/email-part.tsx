"use client";

import { PasswordInput, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { notify } from "@/components/feedback/notify";
import { PendingButton } from "@/components/feedback/pending-button";
import { useAction } from "@/components/form/use-action";
import type { Profile } from "@/lib/server/profile/queries/get-profile";
import { changeEmailAction, keepEmailAction } from "./actions";
import { Part } from "./part";
import classes from "./profile-form.module.css";

const blank = { email: "", current: "" };

export function EmailPart({ profile }: { profile: Profile }) {
  const { email: present, hasPassword, newEmail, mailIsSent } = profile;
  const router = useRouter();
  const [typed, setTyped] = useState(blank);
  const { run, ...change } = useAction(changeEmailAction);

  const save = async () => {
    const { email, current } = typed;
    const result = await run({ email, ...(hasPassword && { current }) });
    if (!result.ok) return;
    setTyped(blank);
    notify(
      result.value.sent
        ? `We email a link to ${email.trim()}`
        : "An administrator can give you the link that confirms the address",
    );
    router.refresh();
  };
  return (
    <Part
      title="Email address"
      verb="Change email address"
      fields={["email", "current"]}
      onSubmit={save}
      {...change}
    >
      <p>You sign in with {present}.</p>
      {newEmail !== null && <Waiting newEmail={newEmail} mailIsSent={mailIsSent} />}
      <TextInput
        label="New email address"
        description={
          mailIsSent
            ? "We email a link to the new address. Until you open it and confirm, your present address signs you in."
            : "We can't send email from here, so ask an administrator for the link that confirms the new address."
        }
        inputMode="email"
        autoComplete="email"
        value={typed.email}
        error={change.problems.email}
        onChange={(event) => setTyped({ ...typed, email: event.currentTarget.value })}
      />
      {hasPassword && (
        <PasswordInput
          label="Your password"
          autoComplete="current-password"
          visibilityToggleButtonProps={{ "aria-label": "Show your password" }}
          value={typed.current}
          error={change.problems.current}
          onChange={(event) => setTyped({ ...typed, current: event.currentTarget.value })}
        />
      )}
    </Part>
  );
}

/** Tells of an address that is not confirmed yet, and takes the change back. */
function Waiting({ newEmail, mailIsSent }: Pick<Profile, "mailIsSent"> & { newEmail: string }) {
  const router = useRouter();
  const { run, pending } = useAction(keepEmailAction);
  const keep = async () => {
    const result = await run({});
    if (result.ok) router.refresh();
  };
  return (
    <div className={classes.waiting}>
      <p>
        {newEmail} waits for its confirmation.{" "}
        {mailIsSent ? "Open the link that we emailed there." : "Ask an administrator for the link."}
      </p>
      <div className={classes.buttons}>
        <PendingButton variant="default" size="compact-sm" pending={pending} onClick={keep}>
          Keep the present address
        </PendingButton>
      </div>
    </div>
  );
}
