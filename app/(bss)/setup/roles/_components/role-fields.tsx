"use client";

import { Button, Checkbox, Stack, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useCurrentUser } from "@/components/layout/current-user";
import { permissionLabels } from "@/lib/domain/permission-labels";
import type { Permission } from "@/lib/domain/permissions";
import { permissionGroups } from "@/lib/domain/roles/groups";
import { neededFor, withNeeded, without } from "@/lib/domain/roles/needed";
import { type Problem, problemsByPath } from "@/lib/schemas/action-result";
import classes from "../../../_components/form/form.module.css";

export type RoleValues = { name: string; permissions: Permission[] };

/** Tells a problem of one permission beside all of them. */
export function roleProblems(problems: Problem[]): Record<string, string> {
  return problemsByPath(problems.map(({ path, message }) => ({ path: path.replace(/\.\d+$/, ""), message })));
}

/** Asks what a role is called and what it allows. What a permission needs is chosen with it, and goes with it. */
export function RoleFields({ form, isNew }: { form: UseFormReturnType<RoleValues>; isNew: boolean }) {
  const mine = useCurrentUser().permissions;
  const { permissions } = form.values;
  const set = (chosen: Permission[]) => form.setFieldValue("permissions", chosen);
  const within = (wanted: readonly Permission[]) => wanted.every((permission) => mine.includes(permission));
  const choose = (chosen: readonly string[]) => {
    const taken = permissions.find((permission) => !chosen.includes(permission));
    set(taken ? without(permissions, taken) : withNeeded(chosen as Permission[]));
  };

  return (
    <>
      <TextInput
        label="Name"
        description="Name what these people do, such as Billing clerk."
        autoFocus={isNew}
        {...form.getInputProps("name")}
      />
      <Checkbox.Group
        label="Permissions"
        value={permissions}
        error={form.errors.permissions}
        onChange={choose}
      >
        <Stack gap="md" mt="xs">
          {permissionGroups.map(({ title, permissions: offered }) => {
            const chosen = offered.filter((permission) => permissions.includes(permission)).length;
            const open = offered.filter((permission) => within(withNeeded([permission])));
            const all = open.every((permission) => permissions.includes(permission));
            const takeAll = () =>
              set(
                all
                  ? offered.reduce<Permission[]>((left, one) => without(left, one), permissions)
                  : withNeeded([...permissions, ...open]),
              );
            return (
              <fieldset key={title} className={classes.group}>
                <legend>
                  {title}: {chosen} of {offered.length}
                </legend>
                {open.length > 0 && (
                  <div>
                    <Button
                      size="compact-sm"
                      variant="default"
                      justify="start"
                      aria-label={`${all ? "Choose none" : "Choose all"}: ${title}`}
                      onClick={takeAll}
                    >
                      {all ? "Choose none" : "Choose all"}
                    </Button>
                  </div>
                )}
                <div className={classes.pair}>
                  {offered.map((permission) => (
                    <Checkbox
                      key={permission}
                      value={permission}
                      label={permissionLabels[permission]}
                      description={hintOf(permission, within(withNeeded([permission])))}
                      disabled={!within(withNeeded([permission]))}
                    />
                  ))}
                </div>
              </fieldset>
            );
          })}
        </Stack>
      </Checkbox.Group>
    </>
  );
}

/** Says what comes with a permission, or why it cannot be chosen. It stays the same while people choose, so that nothing moves. */
function hintOf(permission: Permission, within: boolean): string | null {
  if (!within) return "You may not do this yourself.";
  const brought = neededFor(permission).map((one) => permissionLabels[one]);
  return brought.length > 0 ? `With “${brought.join("”, “")}”` : null;
}
