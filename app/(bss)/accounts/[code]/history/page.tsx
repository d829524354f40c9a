import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { listAccountHistory } from "@/lib/server/accounts/queries/account-history";
import { getAccount } from "@/lib/server/accounts/queries/accounts";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { found } from "../../../../_components/found";
import { HistoryTable } from "../../_components/history-table";

export const metadata: Metadata = { title: "Account history" };

export default async function HistoryPage({ params, searchParams }: PageProps<"/accounts/[code]/history">) {
  const ctx = await requireCtx("account:read");
  const account = await found(getAccount, ctx, (await params).code);
  const page = await listAccountHistory(ctx, { ...(await searchParams), accountId: account.id });
  return (
    <>
      <PageHeader title="History" meta={account.name} />
      <HistoryTable page={page} currency={account.currency} />
    </>
  );
}
