"use client";

import { Checkbox } from "@mantine/core";
import { useRouter } from "next/navigation";
import { notify } from "@/components/feedback/notify";
import { roleKindLabels, roles } from "@/lib/domain/permissions";
import type { SignInRules } from "@/lib/server/organizations/queries/get-sign-in-rules";
import { EditForm } from "../../../_components/form/edit-form";
import { saveSignInRulesAction } from "../actions";

/** Says of which roles a second factor is required. */
export function RulesForm({ rules }: { rules: SignInRules }) {
  const router = useRouter();
  const { version, secondFactorRoles } = rules;
  return (
    <EditForm
      key={version}
      label="Sign-in rules"
      draftKey="sign-in-rules"
      edited={{ name: "The rules for signing in", version }}
      initial={{ secondFactorRoles: [...secondFactorRoles] as string[] }}
      save={(values, seen) => saveSignInRulesAction({ ...values, version: seen } as never)}
      onSaved={() => {
        notify("The rules for signing in are saved");
        router.refresh();
      }}
    >
      {(form) => (
        <Checkbox.Group
          label="Require a second factor of"
          description="The rule counts from the next click, also for you. People without a second factor set one up before they go on. People with one sign in again with it. Programs with API keys are not asked."
          {...form.getInputProps("secondFactorRoles")}
        >
          <div>
            {roles.map((role) => (
              <Checkbox
                key={role}
                value={role}
                label={role === "custom" ? "People with a role of your own" : `${roleKindLabels[role]}s`}
                mt="xs"
              />
            ))}
          </div>
        </Checkbox.Group>
      )}
    </EditForm>
  );
}
