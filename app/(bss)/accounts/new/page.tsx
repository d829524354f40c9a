import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { requireCtx, requireSession } from "@/lib/server/sign-in/session/session";
import { countries } from "../../../_components/countries";
import { AccountForm } from "../_components/account-form";

export const metadata: Metadata = { title: "New account" };

export default async function NewAccountPage() {
  await requireCtx("account:save");
  const { organization } = await requireSession();
  return (
    <>
      <PageHeader title="New account" />
      <AccountForm account={null} currency={organization.currency} countries={countries()} />
    </>
  );
}
