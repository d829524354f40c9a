"use client";

import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useRouter } from "next/navigation";
import { problemsByPath } from "@/components/action-result";
import { Link } from "@/components/link";
import { notify } from "@/components/notify";
import { useAction } from "@/components/use-action";
import { useDraft } from "@/components/use-draft";
import { passwordLength } from "@/lib/domain/password";
import classes from "../../../_components/form.module.css";
import { FormAlert, RestoredDraft } from "../../../_components/form-messages";
import { createUserAction } from "../actions";
import { RoleFields, type RoleValues } from "./role-fields";

const blank = { email: "", name: "", role: "operator", account: null } as {
  email: string;
  name: string;
} & RoleValues;

export function NewUserForm() {
  const router = useRouter();
  const form = useForm({ initialValues: blank });
  // Beside the form, so that a kept draft never holds a password.
  const secret = useForm({ initialValues: { password: "" } });
  const draft = useDraft("user-new", form);
  const save = useAction(createUserAction);

  const submit = form.onSubmit(async ({ account, ...values }) => {
    const { password } = secret.values;
    const result = await save.run({ ...values, accountId: account?.id ?? null, password, timeZone: null });
    if (!result.ok) {
      form.setErrors(problemsByPath(result.problems));
      return;
    }
    draft.clear();
    notify(`${values.name.trim()} can sign in now`);
    router.push("/setup/users");
    router.refresh();
  });
  const discard = () => {
    form.reset();
    draft.discard();
  };

  return (
    <form onSubmit={submit} noValidate className={classes.form} aria-label="User" autoComplete="off">
      <FormAlert failure={save.failure} />
      <RestoredDraft restored={draft.restored} onDiscard={discard} />
      <TextInput label="Name" autoFocus {...form.getInputProps("name")} />
      <TextInput
        label="Email"
        type="email"
        description="What they sign in with."
        {...form.getInputProps("email")}
      />
      <RoleFields values={form.values} errors={form.errors} onChange={(values) => form.setValues(values)} />
      <PasswordInput
        visibilityToggleButtonProps={{ "aria-label": "Show password" }}
        label="Password"
        description={`At least ${passwordLength.min} characters. Hand it over in person or by telephone.`}
        autoComplete="new-password"
        {...secret.getInputProps("password")}
        error={form.errors.password}
        onChange={(event) => {
          secret.setFieldValue("password", event.currentTarget.value);
          form.clearFieldError("password");
        }}
      />
      <div className={classes.buttons}>
        <Button type="submit" loading={save.pending}>
          Save
        </Button>
        <Button variant="default" component={Link} href="/setup/users" onClick={draft.clear}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
