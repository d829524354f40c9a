import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { getSignInRules } from "@/lib/server/organizations/queries/get-sign-in-rules";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { RulesForm } from "./_components/rules-form";

export const metadata: Metadata = { title: "Sign-in" };

export default async function SignInRulesPage() {
  const ctx = await requireCtx("sign-in:save");
  const rules = await getSignInRules(ctx);
  return (
    <>
      <PageHeader title="Sign-in" meta="How people of your organization have to prove who they are." />
      <RulesForm rules={rules} />
    </>
  );
}
