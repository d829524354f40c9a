"use client";

import { Checkbox, Input } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useRouter } from "next/navigation";
import { notify } from "@/components/feedback/notify";
import { count } from "@/lib/domain/format/count";
import { roleKindLabels, roles } from "@/lib/domain/permissions";
import type { SignInRules } from "@/lib/server/organizations/queries/get-sign-in-rules";
import { EditForm } from "../../../_components/form/edit-form";
import { saveSignInRulesAction } from "../actions";

/** Says of which roles a second factor is required, and whether anything but single sign-on signs in. */
export function RulesForm({ rules }: { rules: SignInRules }) {
  const router = useRouter();
  const { version, secondFactorRoles, singleSignOnOnly } = rules;
  return (
    <EditForm
      key={version}
      label="Sign-in rules"
      draftKey="sign-in-rules"
      edited={{ name: "The rules for signing in", version }}
      initial={{ secondFactorRoles: [...secondFactorRoles] as string[], singleSignOnOnly }}
      save={(values, seen) => saveSignInRulesAction({ ...values, version: seen } as never)}
      onSaved={() => {
        notify("The rules for signing in are saved");
        router.refresh();
      }}
    >
      {(form) => (
        <>
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
          <SingleSignOnOnly rules={rules} form={form} />
        </>
      )}
    </EditForm>
  );
}

interface SingleSignOnOnlyProps {
  rules: SignInRules;
  form: UseFormReturnType<{ secondFactorRoles: string[]; singleSignOnOnly: boolean }>;
}

/** Turns passwords and passkeys off, or says what is missing for that. */
function SingleSignOnOnly({ rules, form }: SingleSignOnOnlyProps) {
  const { provider, signedOn, singleSignOnOnly, people } = rules;
  const missing = singleSignOnOnly ? null : missingFor(provider, signedOn);
  if (missing) {
    return (
      <Input.Wrapper label="Single sign-on only" description={missing} labelElement="div">
        {null}
      </Input.Wrapper>
    );
  }
  return (
    <Checkbox
      label={`Allow only ${provider ?? "single sign-on"}`}
      description={`Passwords and passkeys stop working for everyone in your organization, including customers and resellers in the Storefront. Their sessions end when you save. ${unlinkedWords(people)} API keys keep working.`}
      {...form.getInputProps("singleSignOnOnly", { type: "checkbox" })}
    />
  );
}

function missingFor(provider: string | null, signedOn: boolean): string | null {
  if (provider === null) {
    return "No identity provider is set up. Ask the people who run Order Desk for you to set one up. Then you can turn passwords off.";
  }
  return signedOn
    ? null
    : `You can turn passwords off once you have signed in with ${provider}. Link your account in your profile first, so that you don't lock yourself out.`;
}

function unlinkedWords({ active, unlinked }: SignInRules["people"]): string {
  if (unlinked === 0) return "All active people have linked an account.";
  return `${unlinked} of ${count(active, "active person", "active people")} ${unlinked === 1 ? "has" : "have"} not linked an account yet. They can't sign in until you send each of them a link.`;
}
