"use client";

import { PasswordInput, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { notify } from "@/components/feedback/notify";
import { passwordLength } from "@/lib/domain/values/password";
import { EditForm } from "../../../_components/form/edit-form";
import { createUserAction } from "../actions";
import { RoleFields, type RoleValues } from "./role-fields";

const blank = { email: "", name: "", role: "operator", account: null } as {
  email: string;
  name: string;
} & RoleValues;

export function NewUserForm() {
  const router = useRouter();
  // The password is not part of the form, so that a kept draft never has it.
  const [password, setPassword] = useState("");
  return (
    <EditForm
      label="User"
      draftKey="user-new"
      initial={blank}
      save={({ account, ...values }) =>
        createUserAction({ ...values, accountId: account?.id ?? null, password, timeZone: null })
      }
      onSaved={(_, { name }) => {
        notify(`${name.trim()} can sign in now`);
        router.push("/setup/users");
        router.refresh();
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
            description="The user signs in with this address."
            {...form.getInputProps("email")}
          />
          <RoleFields
            values={form.values}
            errors={form.errors}
            onChange={(values) => form.setValues(values)}
          />
          <PasswordInput
            visibilityToggleButtonProps={{ "aria-label": "Show password" }}
            label="Password"
            description={`At least ${passwordLength.min} characters. Hand it over in person or by telephone.`}
            autoComplete="new-password"
            value={password}
            error={form.errors.password}
            onChange={(event) => {
              setPassword(event.currentTarget.value);
              form.clearFieldError("password");
            }}
          />
        </>
      )}
    </EditForm>
  );
}
