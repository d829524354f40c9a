"use client";

import { TextInput } from "@mantine/core";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { notify } from "@/components/feedback/notify";
import { isStaff } from "@/lib/domain/permissions";
import type { RoleChoice } from "@/lib/server/roles/queries/roles";
import { EditForm } from "../../../_components/form/edit-form";
import { inviteUserAction } from "../actions";
import { GiveLink } from "./give-link";
import { newLinkVerb } from "./link-words";
import { RoleFields, type RoleValues, useFirstRole } from "./role-fields";

// The link is shown once, and only where no email is sent.
const LinkDialog = dynamic(
  () => import("../../../../_components/link-dialog").then((module) => module.LinkDialog),
  { ssr: false },
);

type NewUser = { email: string; name: string } & RoleValues;

interface NewUserFormProps {
  mailIsSent: boolean;
  /** Lists the roles of the organization. */
  choices: readonly RoleChoice[];
}

/** Invites a person, who then accepts. Without a mail server it shows the link once. */
export function NewUserForm({ mailIsSent, choices }: NewUserFormProps) {
  const router = useRouter();
  const role = useFirstRole();
  const [made, setMade] = useState<{ name: string; link: string } | null>(null);
  const [earlier, setEarlier] = useState<string | null>(null);
  const leave = () => {
    router.push("/setup/users");
    router.refresh();
  };
  return (
    <>
      <EditForm
        label="User"
        verb="Invite"
        draftKey="user-new"
        initial={
          { email: "", name: "", role, roleId: null, account: null, accountRole: "administrator" } as NewUser
        }
        save={async ({ account, accountRole, ...values }) => {
          const ofAccount = isStaff(values.role) ? null : accountRole;
          const input = { ...values, accountId: account?.id ?? null, accountRole: ofAccount, timeZone: null };
          const result = await inviteUserAction(input);
          setEarlier(result.ok ? null : invitedEarlier(result.refusal));
          return result;
        }}
        onSaved={({ link }, { name, email }) => {
          if (link !== null) return setMade({ name: name.trim(), link });
          notify(`We email an invitation to ${email.trim()}`);
          leave();
        }}
        back="/setup/users"
        autoComplete="off"
      >
        {(form) => (
          <>
            <TextInput label="Name" autoFocus {...form.getInputProps("name")} />
            <TextInput
              label="Email"
              inputMode="email"
              description={
                mailIsSent
                  ? "We email them a link to accept. They sign in with this address."
                  : "The person signs in with this address. You get a link to pass on to them, and they accept."
              }
              {...form.getInputProps("email")}
            />
            {earlier !== null && form.errors.email && (
              <div>
                <GiveLink
                  user={{ id: earlier, name: form.values.email.trim() }}
                  verb={newLinkVerb(mailIsSent)}
                  onGiven={leave}
                />
              </div>
            )}
            <RoleFields
              values={form.values}
              choices={choices}
              errors={form.errors}
              onChange={(values) => form.setValues(values)}
            />
          </>
        )}
      </EditForm>
      {made && <LinkDialog name={made.name} link={made.link} onClose={leave} />}
    </>
  );
}

/** Returns whom the email belongs to, if they were invited before and have not accepted. */
function invitedEarlier(refusal: unknown): string | null {
  const { reason, id } = (refusal ?? {}) as { reason?: unknown; id?: unknown };
  return reason === "already_invited" && typeof id === "string" ? id : null;
}
