"use client";

import { Button, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { useDone } from "@/components/dialog/use-done";
import { useAction } from "@/components/form/use-action";
import type { AccountRole } from "@/lib/domain/account-role";
import { problemsByPath } from "@/lib/schemas/action-result";
import { LinkDialog } from "../../../_components/link-dialog";
import { inviteColleagueAction } from "../../people/actions";
import { AccountRoleSelect } from "./account-role-select";

const blank = { name: "", email: "", accountRole: "buyer" as AccountRole };
const fields = ["name", "email", "accountRole"];

/** Invites somebody to the account. Without a mail server it shows the link once. */
export function InviteColleague({ mailIsSent }: { mailIsSent: boolean }) {
  const [asking, setAsking] = useState(false);
  const [values, setValues] = useState(blank);
  const [made, setMade] = useState<{ name: string; link: string } | null>(null);
  const invite = useAction(inviteColleagueAction);
  const close = () => {
    setAsking(false);
    setMade(null);
  };
  const done = useDone(close);
  const errors = problemsByPath(invite.failure?.problems ?? []);

  const open = () => {
    invite.forget();
    setValues(blank);
    setAsking(true);
  };
  const submit = async () => {
    const result = await invite.run(values);
    if (!result.ok) return;
    const { link } = result.value;
    if (link === null) return done(`We email an invitation to ${values.email.trim()}`);
    setAsking(false);
    setMade({ name: values.name.trim(), link });
  };
  return (
    <>
      <Button size="md" onClick={open}>
        Invite someone
      </Button>
      {asking && (
        <Dialog title="Invite someone" onClose={close}>
          <DialogForm
            verb="Invite"
            pending={invite.pending}
            failure={invite.failure}
            beside={fields}
            onSubmit={submit}
            onClose={close}
          >
            <Stack gap="md">
              <TextInput
                label="Name"
                size="md"
                data-autofocus
                autoComplete="off"
                value={values.name}
                error={errors.name}
                onChange={({ currentTarget: { value: name } }) => setValues({ ...values, name })}
              />
              <TextInput
                label="Email"
                size="md"
                inputMode="email"
                autoComplete="off"
                description={
                  mailIsSent
                    ? "We email them a link, and they choose a password."
                    : "You get a link to pass on to them, and they choose a password."
                }
                value={values.email}
                error={errors.email}
                onChange={({ currentTarget: { value: email } }) => setValues({ ...values, email })}
              />
              <AccountRoleSelect
                value={values.accountRole}
                error={errors.accountRole}
                onChange={(accountRole) => setValues({ ...values, accountRole })}
              />
            </Stack>
          </DialogForm>
        </Dialog>
      )}
      {made && (
        <LinkDialog name={made.name} link={made.link} onClose={() => done(`${made.name} is invited`)} />
      )}
    </>
  );
}
