"use client";

import { Checkbox, NativeSelect, Stack, Switch, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { DateField } from "@/components/inputs/date-field";
import { useCurrentUser } from "@/components/layout/current-user";
import { type KeyRole, keyRoles, permissionsOf } from "@/lib/domain/api-key";
import { permissionLabels } from "@/lib/domain/permission-labels";
import { type Permission, roleLabels } from "@/lib/domain/permissions";
import { expiryDays } from "@/lib/domain/values/bounds";
import { type Problem, problemsByPath } from "@/lib/schemas/action-result";
import { keyRoleDescriptions } from "./words";

export type KeyValues = {
  name: string;
  role: KeyRole;
  /** Says whether the key can do only what `scopes` names. */
  limited: boolean;
  scopes: Permission[];
  /** Is empty for a key without a last day, and null while no possible day is typed. */
  expiresOn: string | null;
};

/** A new key only reads, until somebody decides otherwise. */
export const newKeyValues: KeyValues = {
  name: "",
  role: "manager",
  limited: false,
  scopes: [],
  expiresOn: "",
};

/** Returns the values as the command takes them. What is typed as a day but is none is refused beside its field. */
export function keyInput({ limited, scopes, expiresOn, ...values }: KeyValues) {
  return { ...values, scopes: limited ? scopes : null, expiresOn: expiresOn ?? "no day" };
}

/** Tells whether somebody may do everything of a role, and so hand out a key without limits. */
export function isWithin(role: KeyRole, mine: readonly Permission[]): boolean {
  return permissionsOf(role).every((permission) => mine.includes(permission));
}

/** Tells a problem of one scope beside all of them. */
export function keyProblems(problems: Problem[]): Record<string, string> {
  return problemsByPath(problems.map(({ path, message }) => ({ path: path.replace(/\.\d+$/, ""), message })));
}

export function KeyFields({ form, today }: { form: UseFormReturnType<KeyValues>; today: string }) {
  const { role, limited, scopes } = form.values;
  const mine = useCurrentUser().permissions;
  const offered = permissionsOf(role).filter((permission) => mine.includes(permission));
  const whole = isWithin(role, mine);
  return (
    <>
      <TextInput
        label="Name"
        description="Name the program that will use the key. The history shows this name."
        autoFocus
        {...form.getInputProps("name")}
      />
      <NativeSelect
        label="Role"
        description={keyRoleDescriptions[role]}
        data={keyRoles.map((value) => ({ value, label: roleLabels[value] }))}
        value={role}
        error={form.errors.role}
        onChange={({ currentTarget: { value } }) => {
          const chosen = keyRoles.find((candidate) => candidate === value) ?? role;
          const allowed = permissionsOf(chosen);
          form.setValues({
            role: chosen,
            limited: limited || !isWithin(chosen, mine),
            scopes: scopes.filter((scope) => allowed.includes(scope)),
          });
        }}
      />
      <Switch
        label="Limit the key to some permissions"
        description={
          whole
            ? "Choose only what the program needs."
            : "You may not do everything of this role yourself, so you have to choose."
        }
        disabled={!whole}
        {...form.getInputProps("limited", { type: "checkbox" })}
      />
      {limited && (
        <Checkbox.Group
          label="Permissions"
          value={scopes}
          error={form.errors.scopes}
          onChange={(chosen) =>
            form.setFieldValue(
              "scopes",
              offered.filter((scope) => chosen.includes(scope)),
            )
          }
        >
          <Stack gap="xs" mt="xs">
            {offered.map((permission) => (
              <Checkbox key={permission} value={permission} label={permissionLabels[permission]} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      <DateField
        label="Last day"
        description="The key works until the end of this day. If you leave it empty, the key works until you revoke it."
        optional
        value={form.values.expiresOn}
        error={form.errors.expiresOn}
        onChange={(day) => form.setFieldValue("expiresOn", day)}
        {...expiryDays(today)}
      />
    </>
  );
}
