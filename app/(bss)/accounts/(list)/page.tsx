import type { Metadata } from "next";
import { LinkButton } from "@/components/layout/link-button";
import { PageHeader } from "@/components/layout/page-header";
import { listAccounts } from "@/lib/server/accounts/queries/accounts";
import { may } from "@/lib/server/kernel/ctx";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { AccountTable } from "../_components/account-table";

export const metadata: Metadata = { title: "Accounts" };

export default async function AccountsPage({ searchParams }: PageProps<"/accounts">) {
  const ctx = await requireCtx("account:read");
  const page = await listAccounts(ctx, await searchParams);
  const mayCreate = may(ctx, "account:save");
  return (
    <>
      <PageHeader
        title="Accounts"
        primary={mayCreate && <LinkButton href="/accounts/new">New account</LinkButton>}
      />
      <AccountTable page={page} mayCreate={mayCreate} />
    </>
  );
}
