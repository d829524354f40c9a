import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { getAccount } from "@/lib/server/accounts/queries/accounts";
import { listPayments } from "@/lib/server/billing/queries/payments";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { found } from "../../../../_components/found";
import { PaymentTable } from "../../_components/payment-table";

export const metadata: Metadata = { title: "Payments" };

export default async function PaymentsPage({ params, searchParams }: PageProps<"/accounts/[code]/payments">) {
  const ctx = await requireCtx("invoice:read");
  const account = await found(getAccount, ctx, (await params).code);
  const page = await listPayments(ctx, { ...(await searchParams), accountId: account.id });
  return (
    <>
      <PageHeader title="Payments" meta={account.name} />
      <PaymentTable page={page} />
    </>
  );
}
