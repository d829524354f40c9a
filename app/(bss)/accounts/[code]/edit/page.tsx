import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { getAccount } from "@/lib/server/accounts/queries/accounts";
import { openOrdersOf } from "@/lib/server/accounts/queries/open-orders";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { countries } from "../../../../_components/countries";
import { found } from "../../../../_components/found";
import { AccountForm } from "../../_components/account-form";

export const metadata: Metadata = { title: "Edit account" };

export default async function EditAccountPage({ params }: PageProps<"/accounts/[code]/edit">) {
  const ctx = await requireCtx("account:save");
  const account = await found(getAccount, ctx, (await params).code);
  const openOrders = await openOrdersOf(ctx, account.id);
  return (
    <>
      <PageHeader title={`Edit ${account.name}`} meta={account.code} />
      <AccountForm
        account={account}
        openOrders={openOrders}
        currency={account.currency}
        countries={countries()}
      />
    </>
  );
}
