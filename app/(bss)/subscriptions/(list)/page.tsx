import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { RefreshOnChange } from "@/components/live/live";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { listSubscriptions } from "@/lib/server/subscriptions/queries/subscriptions";
import { accountFilter } from "../../_components/account-filter";
import { SubscriptionTable } from "../_components/subscription-table";

export const metadata: Metadata = { title: "Subscriptions" };

export default async function SubscriptionsPage({ searchParams }: PageProps<"/subscriptions">) {
  const ctx = await requireCtx("subscription:read");
  const params = await searchParams;
  const [page, account] = await Promise.all([
    listSubscriptions(ctx, params),
    accountFilter(ctx, params.account),
  ]);
  return (
    <RefreshOnChange topic="subscriptions">
      <PageHeader title="Subscriptions" meta="Executed orders create these subscriptions and assets." />
      <SubscriptionTable page={page} filters={account} />
    </RefreshOnChange>
  );
}
